import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const CONFIG =
  /\/(?:config(?:uration|\.inc)?|database|db|settings(?:\.local)?|LocalSettings|env)\.php(?:\.(?:bak|old|orig|save|txt)|~)$/
const PHP = /^\uFEFF?\s*<\?php\b/

const PROOFS: readonly Proof<'credentials' | 'source'>[] = [
  { outcome: 'credentials', paths: CONFIG, proof: (body) => (PHP.test(body) ? quoteCredentials(body) : null) },
  { outcome: 'source', paths: CONFIG, proof: PHP },
]

export default defineCheck({
  id: 'exposure/php-config',
  question: 'Are copies of PHP configurations kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 530,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/530.html'],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Passwords of the application can be downloaded',
      why: 'A copy of the configuration is sent as text instead of being run. It holds the password of the database, often those of mail and payment services too.',
      fix: 'Delete the copy, and change every secret in it.',
    },
    source: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'A copy of the configuration can be downloaded',
      why: 'A copy of the configuration is sent as text instead of being run. It shows how the application is set up.',
      fix: 'Delete the copy, and leave such files out of deployments.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
