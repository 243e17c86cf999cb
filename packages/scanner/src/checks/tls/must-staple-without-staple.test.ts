import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import check from './must-staple-without-staple.ts'

const stapling = (must_staple: boolean, ocsp_stapled: boolean) => ({
  tls: tls([leaf({ must_staple })], { ocsp_stapled }),
})

testCheck(check, {
  fires: [{ name: 'demanded and not sent', evidence: stapling(true, false), outcome: 'missing' }],
  silent: [
    { name: 'demanded and sent', evidence: stapling(true, true), verdict: 'pass' },
    { name: 'not demanded', evidence: stapling(false, false), verdict: 'skip' },
    { name: 'not demanded and sent', evidence: stapling(false, true), verdict: 'skip' },
  ],
})
