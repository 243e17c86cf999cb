import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const WEB_CONFIG = /\/web\.config(?:\.(?:bak|old))?$/i
const ROOT =
  /^\uFEFF?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*<configuration[^>]{0,200}>[\s\S]{0,20000}?<(?:system\.web(?:Server)?|appSettings|connectionStrings)\b/
/** A key in place of `AutoGenerate`; its value is never quoted. */
const MACHINE_KEY = /<(machineKey validationKey)="[0-9A-Fa-f]{40,}/

const PROOFS: readonly Proof<'credentials' | 'settings'>[] = [
  {
    outcome: 'credentials',
    paths: WEB_CONFIG,
    proof: (body) => (ROOT.test(body) ? (MACHINE_KEY.exec(body)?.[1] ?? quoteCredentials(body)) : null),
  },
  { outcome: 'settings', paths: WEB_CONFIG, proof: ROOT },
]

export default defineCheck({
  id: 'exposure/web-config',
  question: 'Is web.config kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html', 'https://learn.microsoft.com/iis/configuration/'],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Secrets in web.config can be downloaded',
      why: 'The file holds connection strings with passwords, or the machine key with which log-in cookies and ViewState are signed: with that key an attacker runs code on the server.',
      fix: 'Change every secret in the file, and let IIS serve the folder, which refuses it; elsewhere delete the file.',
    },
    settings: {
      severity: 'low',
      cvss: vectors.details,
      title: 'web.config can be downloaded',
      why: 'The file shows modules, rewrite rules and inner paths. On a server other than IIS it is served like any text.',
      fix: 'Delete the file where the server is not IIS.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
