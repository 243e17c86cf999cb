import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'descriptor'>[] = [
  {
    outcome: 'descriptor',
    paths: /\/WEB-INF\/web\.xml$/,
    proof:
      /<web-app\b[^>]{0,1000}>[\s\S]{0,50000}?<(?:servlet|filter|listener|context-param|welcome-file-list|display-name)\b/,
  },
]

export default defineCheck({
  id: 'exposure/web-inf',
  question: 'Is the private folder of the Java application kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 552,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/552.html'],
  outcomes: {
    descriptor: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The folder WEB-INF can be read',
      why: 'Servlet containers never serve this folder; here something in front of them does. It holds the classes of the application and its configuration with passwords.',
      fix: 'Serve static files from a folder of their own, or refuse the paths WEB-INF and META-INF in the server in front.',
      settings: {
        nginx: 'location ~* /(WEB|META)-INF/ { return 404; }',
        apache: 'RedirectMatch 404 "(?i)/(WEB|META)-INF/"',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
