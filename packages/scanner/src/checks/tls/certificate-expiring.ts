import { defineCheck, fail, pass, skip } from '../../check.ts'
import { renew } from '../../remedy-tls.ts'

const DAY = 86_400_000 // milliseconds

/**
 * Certificates live from six days to over a year, so what is late is a share of the life: renewal is due with a third of
 * it left (Let's Encrypt's advice for 90 days), and was missed with a quarter left. Long lives are capped in days.
 */
const SOON = { share: 1 / 4, most: 30 * DAY }
const VERY_SOON = { share: 1 / 8, most: 14 * DAY }

export default defineCheck({
  id: 'tls/certificate-expiring',
  question: 'Is there time enough left before the certificate expires?',
  needs: ['scan', 'certificates'],
  cwe: 298,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://letsencrypt.org/docs/integration-guide/#when-to-renew'],
  outcomes: {
    very_soon: {
      severity: 'medium',
      title: 'The certificate is about to expire',
      why: 'Its renewal is overdue. On the day it expires browsers warn every visitor off.',
      fix: 'Renew the certificate now, and find out why it did not happen by itself.',
      settings: renew,
    },
    soon: {
      severity: 'low',
      title: 'The certificate expires soon',
      why: 'A certificate that renews itself would have been renewed by now, so this one may run out unnoticed.',
      fix: 'Renew the certificate, and check that its renewal runs by itself.',
      settings: renew,
    },
  },
  run({ scan, certificates: { url, leaf } }) {
    const left = leaf.not_after - scan.started_at
    if (left < 0) return skip('it has expired: tls/certificate-expired tells that')
    const life = leaf.not_after - leaf.not_before
    const isWithin = ({ share, most }: typeof SOON) => left <= Math.min(life * share, most)
    const end = new Date(leaf.not_after).toISOString()
    if (isWithin(VERY_SOON)) return fail('very_soon', url, end)
    return isWithin(SOON) ? fail('soon', url, end) : pass(end)
  },
})
