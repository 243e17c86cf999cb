import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const COMPOSE = /\/(?:docker-)?compose(?:\.\w+)?\.ya?ml$/

const PROOFS: readonly Proof<'credentials' | 'services'>[] = [
  { outcome: 'credentials', paths: COMPOSE, proof: (body) => (isCompose(body) ? quoteCredentials(body) : null) },
  { outcome: 'services', paths: COMPOSE, proof: (body) => (isCompose(body) ? 'services:' : null) },
]

export default defineCheck({
  id: 'exposure/docker-compose',
  question: 'Are Docker Compose files kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'high',
      cvss: vectors.credentials,
      title: 'Passwords in a Docker Compose file can be downloaded',
      why: 'The file holds the passwords between the services of the application.',
      fix: 'Change the passwords, and keep the file out of the folder that is served.',
    },
    services: {
      severity: 'low',
      title: 'A Docker Compose file can be downloaded',
      why: 'The file shows all services with their versions, ports and folders, which makes an attack quicker.',
      fix: 'Keep the file out of the folder that is served.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

function isCompose(body: string): boolean {
  return /^services:/m.test(body) && /^\s+(?:image|build):/m.test(body)
}
