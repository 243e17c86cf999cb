import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './viewstate.ts'

const field = (value: string) => ({
  page: page({ body: `<form><input type=hidden name=__VIEWSTATE value="${value}"></form>` }),
})

testCheck(check, {
  fires: [
    {
      name: 'not signed',
      evidence: field(Buffer.from('ff010f0f0507313233343536376464', 'hex').toString('base64')),
      outcome: 'without_mac',
    },
    {
      name: 'signed, not encrypted',
      evidence: field('/wEPDwUKMTY1NDU2MTA1MmRkfGZyzvdkvQKc6TGDUuX+Yf8r0vc='),
      outcome: 'readable',
    },
    {
      name: 'signed, with a token that we do not know',
      evidence: field(Buffer.from('ff01c8000000', 'hex').toString('base64')),
      outcome: 'readable',
    },
  ],
  silent: [
    { name: 'encrypted', evidence: field('8Pb1TnW0Wc2cW3mJZs9dUw5fJt0KkB1qXwA7pY6rLvM='), verdict: 'pass' },
    { name: 'none', evidence: { page: page({ body: '<form></form>' }) }, verdict: 'skip' },
    { name: 'kept on the server', evidence: field(''), verdict: 'skip' },
  ],
})
