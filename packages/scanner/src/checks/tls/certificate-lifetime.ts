import { defineCheck, fail, pass, skip } from '../../check.ts'
import { renew } from '../../remedy-tls.ts'

const DAY = 86_400_000 // milliseconds

/** The longest life that public authorities may give, by the day of issue (CA/Browser Forum ballots SC31 and SC081v3). */
const LIMITS: readonly { from: number; days: number }[] = [
  { from: Date.UTC(2029, 2, 15), days: 47 },
  { from: Date.UTC(2027, 2, 15), days: 100 },
  { from: Date.UTC(2026, 2, 15), days: 200 },
  { from: Date.UTC(2020, 8, 1), days: 398 },
]

export default defineCheck({
  id: 'tls/certificate-lifetime',
  question: 'Is the life of the certificate within what browsers accept?',
  needs: ['tls', 'certificates'],
  cwe: 298,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
    'https://support.apple.com/en-us/102028',
  ],
  outcomes: {
    long: {
      severity: 'low',
      title: 'The certificate lives longer than browsers accept',
      why: 'Browsers refuse public certificates with a life over the limit of their day of issue, and a stolen key stays of use as long as the certificate lives.',
      fix: 'Get a certificate with a shorter life that renews itself.',
      settings: renew,
    },
  },
  run({ tls, certificates: { url, leaf, public_ca } }) {
    if (tls.trust_error !== null || !public_ca) return skip('the limits bind public authorities only')
    const limit = LIMITS.find(({ from }) => leaf.not_before >= from)
    if (!limit) return skip('it was issued before the limits came')
    // Both ends belong to the validity (RFC 5280 section 4.1.2.5), hence the second more.
    const days = (leaf.not_after - leaf.not_before + 1_000) / DAY
    return days > limit.days ? fail('long', url, `${days} > ${limit.days}`) : pass(`${days}`)
  },
})
