import { defineCheck, fail, pass, skip } from '../../check.ts'
import { vectors } from '../../vectors.ts'

const DAY = 86_400_000 // milliseconds
const SOON = 30
/** Set by the registrar or the registry before a name is lost (RFC 8056). */
const LOSING = /^(?:pending ?delete|redemption ?period|client ?hold|server ?hold)$/i

export default defineCheck({
  id: 'dns/domain-expiry',
  question: 'Does the registration of the domain last?',
  needs: ['rdap', 'scan'],

  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9083#section-4.5',
    'https://www.icann.org/resources/pages/epp-status-codes-2014-06-16-en',
  ],

  outcomes: {
    expired: {
      severity: 'high',
      title: 'The registration of the domain has ended',
      why: 'The name is about to be given to others. Then website, mail and every account that mail can open are theirs.',
      fix: 'Renew the domain at the registrar today.',
    },
    soon: {
      severity: 'low',
      title: 'The registration of the domain ends within thirty days',
      why: 'Where renewal is not automatic, or the card on file has run out, website and mail stop.',
      fix: 'Renew the domain, and switch automatic renewal on.',
    },
    held: {
      severity: 'high',
      cvss: vectors.outage,
      title: 'The registry withholds the domain',
      why: 'The registry has taken the name out of DNS, or is about to delete it.',
      fix: 'Ask the registrar why, and settle it.',
    },
  },
  run({ rdap, scan }) {
    const { domain, expires_at, statuses, exchange } = rdap
    const place = { url: exchange.request.url, method: 'GET', exchange }
    const losing = statuses.find((status) => LOSING.test(status))
    if (losing) return fail('held', place, losing)
    if (expires_at === null) return skip('the registry does not tell when the registration ends')
    const left = Math.floor((expires_at - scan.started_at) / DAY)
    if (left < 0) return fail('expired', place, new Date(expires_at).toISOString())
    return left < SOON ? fail('soon', place, new Date(expires_at).toISOString()) : pass(domain)
  },
})
