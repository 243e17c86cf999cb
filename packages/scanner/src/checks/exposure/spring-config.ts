import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const CONFIG = /\/application(?:-\w+)?\.(?:ya?ml|properties)$/
const SPRING =
  /^(?:spring|server|management|logging):[^\S\n]*\n(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]+[\w.-]+:|^(?:spring|server|management|logging)\.[\w.-]+[^\S\n]*[=:]/m

const PROOFS: readonly Proof<'credentials' | 'settings'>[] = [
  { outcome: 'credentials', paths: CONFIG, proof: (body) => (SPRING.test(body) ? quoteCredentials(body) : null) },
  { outcome: 'settings', paths: CONFIG, proof: SPRING },
]

export default defineCheck({
  id: 'exposure/spring-config',
  question: 'Is the configuration of Spring kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/538.html',
    'https://docs.spring.io/spring-boot/reference/features/external-config.html',
  ],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Secrets in the configuration of Spring can be downloaded',
      why: 'The file holds the password of the database or keys of other services.',
      fix: 'Change every secret in the file, and keep it out of the folder that is served.',
    },
    settings: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The configuration of Spring can be downloaded',
      why: 'The file names databases, queues and inner hosts of the application.',
      fix: 'Keep the file out of the folder that is served.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
