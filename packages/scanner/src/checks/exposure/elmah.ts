import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'errors'>[] = [
  {
    outcome: 'errors',
    paths: /\/elmah\.axd$/,
    form: 'html',
    proof: [/<title>\s*Error log for [^<]{1,200}/i, /\bELMAH\b/],
  },
]

export default defineCheck({
  id: 'exposure/elmah',
  question: 'Is the error log of ASP.NET kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 532,
  owasp_2021: ['A09:2021', 'A05:2021'],
  owasp_2025: ['A09:2025', 'A02:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/532.html',
    'https://elmah.github.io/a/securing-error-log-pages/',
  ],
  outcomes: {
    errors: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The error log of the application can be read',
      why: 'ELMAH shows every error with the whole request: cookies and forms of the users, with which an attacker takes over their sessions.',
      fix: 'Restrict elmah.axd to administrators.',
      settings: {
        iis: '<location path="elmah.axd"><system.web><authorization><allow roles="admin" /><deny users="*" /></authorization></system.web></location>',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
