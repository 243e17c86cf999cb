import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import check from './certificate-not-yet-valid.ts'

testCheck(check, {
  fires: [
    {
      name: 'from tomorrow',
      evidence: { tls: tls([leaf({ from: 1 })]) },
      outcome: 'future',
      seen: '2026-01-16T00:00:00.000Z',
    },
    {
      name: 'from next year, self-signed',
      evidence: { tls: tls([leaf({ from: 365, to: 730 })], { trust_error: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) },
      outcome: 'future',
    },
  ],
  silent: [
    { name: 'a month old', evidence: { tls: tls() }, verdict: 'pass' },
    { name: 'from this very moment', evidence: { tls: tls([leaf({ from: 0 })]) }, verdict: 'pass' },
    { name: 'long expired', evidence: { tls: tls([leaf({ from: -400, to: -35 })]) }, verdict: 'pass' },
  ],
})
