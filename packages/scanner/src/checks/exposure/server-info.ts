import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'configuration'>[] = [
  {
    outcome: 'configuration',
    paths: /\/server-info$/,
    form: 'html',
    proof: [/<h1[^>]{0,60}>Apache Server Information<\/h1>/, /<title>Server Information<\/title>/],
  },
]

export default defineCheck({
  id: 'exposure/server-info',
  question: 'Is the configuration of Apache kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/497.html',
    'https://httpd.apache.org/docs/current/mod/mod_info.html',
  ],
  outcomes: {
    configuration: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The information page of Apache can be read',
      why: 'It lists every module and directive of the server with paths, inner hosts and access rules.',
      fix: 'Allow the page to administrators only, or unload mod_info.',
      settings: { apache: '<Location "/server-info">Require local</Location>' },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
