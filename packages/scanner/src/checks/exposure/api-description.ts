import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'

const PROOFS: readonly Proof<'described'>[] = [
  {
    outcome: 'described',
    paths: /\/(?:swagger|openapi|api-docs)(?:\.json)?$/,
    proof: (body) =>
      /"paths"\s*:\s*\{/.test(body) && /^\s*\{/.test(body)
        ? (/"(?:swagger|openapi)"\s*:\s*"[23]\.[\d.]{1,10}"/.exec(body)?.[0] ?? null)
        : null,
  },
  {
    outcome: 'described',
    paths: /\.ya?ml$/,
    proof: [/^(?:swagger|openapi):\s*["']?[23]\.\d/m, /^paths:\s*$/m],
  },
  {
    outcome: 'described',
    paths: /\/swagger(?:-ui)?(?:\/index)?\.html$/,
    form: 'html',
    proof: [/SwaggerUIBundle|swagger-ui(?:-bundle)?\.js|id="swagger-ui"/, /<title>[^<]{0,100}<\/title>/],
  },
]

export default defineCheck({
  id: 'exposure/api-description',
  question: 'Is the description of the API known to be public?',
  needs: ['found_files'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: ['https://spec.openapis.org/oas/latest.html'],
  distinct: ['path'],
  outcomes: {
    described: {
      severity: 'info',
      title: 'The description of the API is public',
      why: 'It lists every operation with its parameters. That is meant for a public API; for an inner one it is a map for attackers.',
      fix: 'Where the API is not meant for the public, serve its description to those who log in.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
