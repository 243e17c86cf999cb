import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'load'>[] = [
  {
    outcome: 'load',
    paths: /\/(?:nginx|stub)_status$/,
    proof: /^Active connections: \d+\s+server accepts handled requests/,
  },
]

export default defineCheck({
  id: 'exposure/nginx-status',
  question: 'Is the status page of nginx kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/497.html',
    'https://nginx.org/en/docs/http/ngx_http_stub_status_module.html',
  ],
  outcomes: {
    load: {
      severity: 'low',
      cvss: vectors.details,
      title: 'The status page of nginx can be read',
      why: 'It shows how many visitors there are, and so how an attack on the load goes.',
      fix: 'Allow the page to administrators only.',
      settings: { nginx: 'location = /nginx_status { stub_status; allow 127.0.0.1; deny all; }' },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
