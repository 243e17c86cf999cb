import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const POOL = [/^pool:\s+\S{1,60}/m, /^process manager:\s+(?:static|dynamic|ondemand)\s*$/m, /^accepted conn:\s+\d+/m]

const PROOFS: readonly Proof<'requests' | 'load'>[] = [
  { outcome: 'requests', paths: /^\/(?:fpm-)?status/, proof: [...POOL, /^request URI:\s+\S/m] },
  { outcome: 'load', paths: /^\/(?:fpm-)?status/, proof: POOL },
]

export default defineCheck({
  id: 'exposure/php-fpm-status',
  question: 'Is the status page of PHP-FPM kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/497.html', 'https://www.php.net/manual/en/fpm.status.php'],
  outcomes: {
    requests: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The status page of PHP-FPM shows all requests',
      why: 'It lists what visitors ask for right now, with scripts, arguments and users.',
      fix: 'Allow the page to administrators only.',
    },
    load: {
      severity: 'low',
      cvss: vectors.details,
      title: 'The status page of PHP-FPM can be read',
      why: 'It shows the load of the server and the names of its pools.',
      fix: 'Allow the page to administrators only.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
