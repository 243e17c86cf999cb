import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import { parseCertificates } from '../../derive/certificates.ts'
import check from './certificate-lifetime.ts'

const DAY = 86_400_000 // milliseconds
const base = parseCertificates(tls([leaf()]))

/** A certificate of a public authority, which no test can make: the parsed one is given its dates. */
const issued = (day: string, days: number, more = {}) => {
  const not_before = Date.parse(day)
  const own = { ...base.leaf, not_before, not_after: not_before + days * DAY - 1_000 }
  return { tls: tls(), certificates: { ...base, leaf: own, chain: [own], public_ca: true, ...more } }
}

testCheck(check, {
  fires: [
    { name: '825 days in 2021', evidence: issued('2021-01-01', 825), outcome: 'long', seen: '825 > 398' },
    { name: '399 days', evidence: issued('2025-06-01', 399), outcome: 'long' },
    { name: '398 days under the limit of 200', evidence: issued('2026-03-15', 398), outcome: 'long' },
    { name: '101 days in 2027', evidence: issued('2027-03-15', 101), outcome: 'long' },
    { name: '90 days in 2029', evidence: issued('2029-03-15', 90), outcome: 'long' },
  ],
  silent: [
    { name: '398 days', evidence: issued('2025-06-01', 398), verdict: 'pass' },
    { name: '398 days on the last day that allows it', evidence: issued('2026-03-14', 398), verdict: 'pass' },
    { name: '200 days', evidence: issued('2026-03-15', 200), verdict: 'pass' },
    { name: '90 days', evidence: issued('2025-12-01', 90), verdict: 'pass' },
    { name: 'two years, before the limits', evidence: issued('2020-08-31', 825), verdict: 'skip' },
    {
      name: 'ten years from an authority of one’s own',
      evidence: issued('2025-06-01', 3650, { public_ca: false }),
      verdict: 'skip',
    },
    {
      name: 'not trusted',
      evidence: { ...issued('2025-06-01', 3650), tls: tls(undefined, { trust_error: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) },
      verdict: 'skip',
    },
  ],
})
