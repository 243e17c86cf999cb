import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'development'>[] = [
  {
    outcome: 'development',
    paths: /\/rails\/info\/properties$/,
    form: 'any',
    proof: /<td class="name">Rails version<\/td>\s*<td class="value">[^<]{1,60}/,
  },
]

export default defineCheck({
  id: 'exposure/rails-info',
  question: 'Is Rails in production mode?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 489,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/489.html'],
  outcomes: {
    development: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'Rails runs in development mode',
      why: 'Anyone sees versions, middleware and routes, and errors come with source code and, on many set-ups, a console.',
      fix: 'Set RAILS_ENV=production.',
      settings: { rails: 'config.consider_all_requests_local = false' },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
