import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './bazaar.ts'

const README =
  'This is a Bazaar control directory.\nDo not change any files in this directory.\nSee http://bazaar.canonical.com/\n'

testCheck(check, {
  fires: [{ name: 'its README', evidence: exposures({ '/.bzr/README': README }), outcome: 'repository' }],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.bzr/README'], SPA), verdict: 'pass' },
    { name: 'a README about it', evidence: exposures({ '/.bzr/README': `You may find: ${README}` }), verdict: 'pass' },
  ],
})
