import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './ds-store.ts'

testCheck(check, {
  fires: [
    {
      name: 'the Finder’s file',
      evidence: exposures({ '/.DS_Store': { type: 'application/octet-stream', body: '\0\0\0\u0001Bud1\0\0\u0010\0' } }),
      outcome: 'names',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.DS_Store'], SPA), verdict: 'pass' },
    { name: 'another binary file', evidence: exposures({ '/.DS_Store': '\0\0\0\u0002Bud2' }), verdict: 'pass' },
  ],
})
