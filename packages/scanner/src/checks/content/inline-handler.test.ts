import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './inline-handler.ts'

testCheck(check, {
  fires: [
    { name: 'onclick', evidence: { page: page({ body: '<button onclick="go()">x</button>' }) }, outcome: 'handlers' },
  ],
  silent: [
    {
      name: 'a data attribute',
      evidence: { page: page({ body: '<button data-on="go" data-click="x">x</button>' }) },
      verdict: 'pass',
    },
    {
      name: 'no page',
      evidence: { page: page({ headers: { 'Content-Type': 'text/plain' }, body: '<b onclick=x>' }) },
      verdict: 'skip',
    },
  ],
})
