import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'requests'>[] = [
  {
    outcome: 'requests',
    paths: /\/trace\.axd$/i,
    form: 'html',
    proof: [/<h1>Application Trace<\/h1>/i, /\bTrace\.axd\?(?:clear|id)=/i],
  },
]

export default defineCheck({
  id: 'exposure/trace-axd',
  question: 'Is the trace of ASP.NET kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 489,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/489.html'],
  outcomes: {
    requests: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The trace of the application can be read',
      why: 'It shows the last requests with cookies, forms and server variables, with which an attacker takes over sessions.',
      fix: 'Switch tracing off in web.config.',
      settings: { iis: '<trace enabled="false" localOnly="true" />' },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
