import type { CertificateReading } from '@lasthash/scanner'
import type { Thresholds } from './thresholds.ts'
import type { Data, Trouble } from './trouble.ts'

const DAY = 86_400_000 // milliseconds
const EXPIRY_DAYS = 21 // whoever renews by ACME does so with 30 days left: at 21 that has failed for a week
const URGENT_DAYS = 7

/** Ends soon, or has ended; is another one than before. */
export function certificateTroubles(
  reading: CertificateReading,
  before: CertificateReading | null,
  { expiry_days = EXPIRY_DAYS }: Thresholds,
  now: number,
): Trouble[] {
  const troubles: Trouble[] = []
  const days = Math.floor((Date.parse(reading.not_after) - now) / DAY)
  if (days < expiry_days) {
    const summary =
      days < 0
        ? `The certificate ended on ${reading.not_after}.`
        : `The certificate ends in ${days} days, on ${reading.not_after}.`
    const severity = days < 0 ? 'critical' : days < URGENT_DAYS ? 'high' : 'medium'
    const data = { not_after: reading.not_after, days_left: days, fingerprint: reading.fingerprint }
    troubles.push({ cause: 'certificate_expiring', severity, summary, data, event: 'certificate.expiring' })
  }
  if (before && before.fingerprint !== reading.fingerprint) troubles.push(changed(before, reading))
  return troubles
}

/** A renewal by the same issuer for the same names is news and no more; another issuer or lost trust is an alarm. */
function changed(before: CertificateReading, after: CertificateReading): Trouble {
  const lostTrust = before.trust_error === null && after.trust_error !== null
  const lostName = before.covers_host && !after.covers_host
  const severity = lostTrust || lostName ? 'high' : before.issuer !== after.issuer ? 'medium' : 'info'
  const why = lostTrust
    ? `, which browsers do not trust (${after.trust_error})`
    : lostName
      ? ', which is for other names'
      : before.issuer !== after.issuer
        ? ', from another issuer'
        : ' by the same issuer'
  const data: Data = { before, after }
  const summary = `The website shows a new certificate${why}.`
  return { cause: 'certificate_changed', severity, summary, data, event: 'certificate.changed', isChange: true }
}
