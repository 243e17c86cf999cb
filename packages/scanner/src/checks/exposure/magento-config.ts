import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const XML = /\/app\/etc\/local\.xml(?:\.bak)?$/
const PHP = /\/app\/etc\/env\.php\.bak$/

const PROOFS: readonly Proof<'credentials'>[] = [
  {
    outcome: 'credentials',
    paths: XML,
    proof: [/<(?:password|key)><!\[CDATA\[(?=[^\]]{4,})/, /<config>[\s\S]{0,2000}?<global>/],
  },
  { outcome: 'credentials', paths: PHP, proof: [/'crypt'\s*=>/, /^\s*<\?php/, /'db'\s*=>/] },
]

export default defineCheck({
  id: 'exposure/magento-config',
  question: 'Is the configuration of Magento kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],

  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The configuration of Magento can be downloaded',
      why: 'It holds the database password, the key that decrypts stored data, and the hidden path of the administration.',
      fix: 'Change the password and the key, and refuse the folder app/etc.',
      settings: { nginx: 'location /app/ { return 404; }', apache: 'RedirectMatch 404 "^/app/"' },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
