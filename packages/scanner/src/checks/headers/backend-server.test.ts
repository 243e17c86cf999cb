import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './backend-server.ts'

testCheck(check, {
  fires: [
    {
      name: 'a machine',
      evidence: { page: page({ headers: { 'X-Backend-Server': 'web03.dc1.internal' } }) },
      outcome: 'named',
    },
  ],
  silent: [
    { name: 'none', evidence: { page: page() }, verdict: 'pass' },
    { name: 'empty', evidence: { page: page({ headers: { 'X-Backend': '' } }) }, verdict: 'pass' },
  ],
})
