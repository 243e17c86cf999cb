import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { type Exchange, headerValue } from '../../net/exchange.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'profiler' | 'front'>[] = [
  {
    outcome: 'profiler',
    paths: /\/_profiler\//,
    form: 'html',
    proof: [/<title>Symfony Profiler<\/title>/, /\b_profiler\b|class="sf-/],
  },
  { outcome: 'front', paths: /\/app_dev\.php$/, form: 'any', proof: debugToken },
]

export default defineCheck({
  id: 'exposure/symfony-profiler',
  question: 'Is the profiler of Symfony off?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 489,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/489.html', 'https://symfony.com/doc/current/profiler.html'],
  outcomes: {
    profiler: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The profiler of Symfony can be read',
      why: 'It keeps the last requests of all visitors with their cookies, forms and database queries, and shows the settings with their secrets.',
      fix: 'Set APP_ENV=prod and APP_DEBUG=0, and leave the profiler out of production.',
    },
    front: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The development entrance of Symfony is open',
      why: 'The page app_dev.php runs the site in debug mode for anyone: with profiler, stack traces and settings.',
      fix: 'Delete app_dev.php from the server.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** Each answer in debug mode carries a token, and each page the toolbar. */
function debugToken(body: string, { response }: Exchange): string | null {
  const token = headerValue(response.headers, 'x-debug-token')
  return token !== undefined ? `X-Debug-Token: ${token}` : (/<div id="sfwdt\w{1,40}"/.exec(body)?.[0] ?? null)
}
