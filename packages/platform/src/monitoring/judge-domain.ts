import type { DomainReading } from '@lasthash/scanner'
import type { Thresholds } from './thresholds.ts'
import type { Trouble } from './trouble.ts'

const DAY = 86_400_000 // milliseconds
const EXPIRY_DAYS = 30 // registrars renew by themselves before that
const URGENT_DAYS = 7
/** Set by the registrar or the registry before a name is lost (RFC 8056). */
const LOSING = /^(?:pending ?delete|redemption ?period|client ?hold|server ?hold)$/i

/** The registration ends soon, or has ended; or the registry withholds the name. */
export function domainTroubles(
  { domain, expires_at, statuses }: DomainReading,
  { expiry_days = EXPIRY_DAYS }: Thresholds,
  now: number,
): Trouble[] {
  const troubles: Trouble[] = []
  const losing = statuses.filter((status) => LOSING.test(status))
  if (losing.length > 0) {
    const summary = `The registry withholds ${domain}: ${losing.join(', ')}.`
    troubles.push({ cause: 'domain_held', severity: 'critical', summary, data: { domain, statuses } })
  }
  if (expires_at === null) return troubles
  const days = Math.floor((Date.parse(expires_at) - now) / DAY)
  if (days >= expiry_days) return troubles
  const summary =
    days < 0
      ? `The registration of ${domain} ended on ${expires_at}.`
      : `The registration of ${domain} ends in ${days} days, on ${expires_at}.`
  const severity = days < 0 ? 'critical' : days < URGENT_DAYS ? 'high' : 'medium'
  troubles.push({ cause: 'domain_expiring', severity, summary, data: { domain, expires_at, days_left: days } })
  return troubles
}

/** Why a reading says nothing of the end, where it does not. */
export function domainSilence({ domain, expires_at, statuses }: DomainReading): string | null {
  if (expires_at !== null || statuses.some((status) => LOSING.test(status))) return null
  return `The registry does not tell when the registration of ${domain} ends.`
}
