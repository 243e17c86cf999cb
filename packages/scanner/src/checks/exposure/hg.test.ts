import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './hg.ts'

const REQUIRES = 'dotencode\nfncache\ngeneraldelta\nrevlogv1\nsparserevlog\nstore\n'

testCheck(check, {
  fires: [
    { name: 'requirements', evidence: exposures({ '/.hg/requires': REQUIRES }), outcome: 'repository' },
    {
      name: 'configuration',
      evidence: exposures({ '/.hg/hgrc': '[paths]\ndefault = ssh://hg@site.test/web\n' }),
      outcome: 'repository',
    },
    {
      name: 'a password in it',
      evidence: exposures({ '/.hg/hgrc': '[paths]\ndefault = https://deploy:hunter2x@hg.site.test/web\n' }),
      outcome: 'credentials',
      seen: 'https://…@hg.site.test/web',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/.hg/requires', '/.hg/hgrc'], SPA),
      verdict: 'pass',
    },
    { name: 'a text about stores', evidence: exposures({ '/.hg/requires': 'store opening hours\n' }), verdict: 'pass' },
    { name: 'an empty section', evidence: exposures({ '/.hg/hgrc': '[paths]\n' }), verdict: 'pass' },
  ],
})
