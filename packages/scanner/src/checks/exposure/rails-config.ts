import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const DATABASE = /\/config\/database\.yml$/
const ADAPTER =
  /^[^\S\n]*adapter:[^\S\n]*["']?(?:mysql2?|trilogy|postgresql|postgis|sqlite3|oracle_enhanced|sqlserver)\b/m

const PROOFS: readonly Proof<'master_key' | 'credentials' | 'settings'>[] = [
  {
    outcome: 'master_key',
    paths: /\/config\/master\.key$/,
    proof: (body) => (/^[0-9a-f]{32}\s*$/.test(body) ? `${body.slice(0, 2)}…` : null),
  },
  { outcome: 'credentials', paths: DATABASE, proof: (body) => (ADAPTER.test(body) ? quoteCredentials(body) : null) },
  { outcome: 'settings', paths: DATABASE, proof: ADAPTER },
]

export default defineCheck({
  id: 'exposure/rails-config',
  question: 'Is the configuration of Rails kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/538.html',
    'https://guides.rubyonrails.org/security.html#custom-credentials',
  ],
  distinct: ['path'],
  outcomes: {
    master_key: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The master key of Rails can be downloaded',
      why: 'The key decrypts all credentials of the application, and with the session key among them an attacker signs any log-in.',
      fix: 'Change every secret that the key protects, make a new key, and serve the folder public only.',
    },
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Database passwords of Rails can be downloaded',
      why: 'The file holds the passwords of the databases.',
      fix: 'Change the passwords, and serve the folder public only.',
    },
    settings: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The configuration of Rails can be downloaded',
      why: 'The file names the databases, and it shows that the whole application is served, not its folder public alone.',
      fix: 'Serve the folder public only.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
