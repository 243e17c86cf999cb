import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const STATUS = [/<h1>Apache Server Status for [^<(]{1,200}?(?=\s\(|<)/, /<title>Apache Status<\/title>/]

const PROOFS: readonly Proof<'requests' | 'load'>[] = [
  {
    outcome: 'requests',
    paths: /\/server-status$/,
    form: 'html',
    proof: [...STATUS, /<th>Client<\/th>[\s\S]{0,400}?<th>Request<\/th>/i],
  },
  { outcome: 'load', paths: /\/server-status$/, form: 'html', proof: STATUS },
]

export default defineCheck({
  id: 'exposure/server-status',
  question: 'Is the status page of Apache kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/497.html',
    'https://httpd.apache.org/docs/current/mod/mod_status.html',
  ],
  outcomes: {
    requests: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The status page of Apache shows all requests',
      why: 'It lists what every visitor asks for right now, with their addresses: private pages, tokens in addresses, inner host names.',
      fix: 'Allow the page to administrators only.',
      settings: { apache: '<Location "/server-status">Require local</Location>' },
    },
    load: {
      severity: 'low',
      cvss: vectors.details,
      title: 'The status page of Apache can be read',
      why: 'It shows version, load and uptime of the server.',
      fix: 'Allow the page to administrators only.',
      settings: { apache: '<Location "/server-status">Require local</Location>' },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
