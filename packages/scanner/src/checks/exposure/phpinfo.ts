import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'settings'>[] = [
  {
    outcome: 'settings',
    paths: /\/(?:\w+\.php|(?:_profiler\/)?phpinfo)$/,
    form: 'html',
    // the markup that PHP itself writes: a page about phpinfo() shows it escaped
    proof: [
      /PHP Version \d[\w.+~-]{0,60}/,
      /<title>(?:PHP [\w.+~-]{1,60} - )?phpinfo\(\)<\/title>/,
      /<tr><td class="e">System\s*<\/td><td class="v">/,
    ],
  },
]

export default defineCheck({
  id: 'exposure/phpinfo',
  question: 'Is the output of phpinfo() kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/497.html', 'https://www.php.net/manual/en/function.phpinfo.php'],
  outcomes: {
    settings: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'phpinfo() shows the settings of the server',
      why: 'The page lists versions, modules, paths and the environment, at times with passwords. It also shows HttpOnly cookies to scripts that were injected elsewhere on the site.',
      fix: 'Delete the page.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
