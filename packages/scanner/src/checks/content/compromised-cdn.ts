import { COMPROMISED_HOSTS } from '../../../data/compromised-hosts.ts'
import { defineCheck, fail, skip, verdictOf } from '../../check.ts'

export default defineCheck({
  id: 'content/compromised-cdn',
  question: 'Does the page load nothing from hosts known for malware?',
  needs: ['page', 'html'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025'],
  capec: [184],
  references: [
    'https://sansec.io/research/polyfill-supply-chain-attack',
    'https://blog.cloudflare.com/automatically-replacing-polyfill-io-links-with-cloudflares-mirror-for-a-safer-internet/',
  ],
  distinct: ['parameter'],
  outcomes: {
    hostile: {
      severity: 'high',
      title: 'The page loads from a host that has delivered malware',
      why: 'The host changed hands or was taken over, and sent altered scripts to visitors of the sites that trust it. It can do so again at any time.',
      fix: 'Take the element out at once. Serve the file yourself, or load it from another host and pin it by Subresource Integrity.',
    },
    suspect: {
      severity: 'medium',
      title: 'The page loads from a host in doubtful hands',
      why: 'The host belongs to those who delivered malware from another one.',
      fix: 'Take the element out. Serve the file yourself, or load it from another host and pin it by Subresource Integrity.',
    },
  },
  run({ page, html }) {
    const loaded = [...html.scripts, ...html.stylesheets, ...html.iframes].flatMap(({ url }) =>
      url === null ? [] : [url],
    )
    if (loaded.length === 0) return skip('the page loads no scripts, styles or frames')
    return verdictOf(
      loaded.flatMap((url) => {
        const host = new URL(url).hostname
        const known = COMPROMISED_HOSTS.find((one) => host === one.host || host.endsWith(`.${one.host}`))
        return known ? fail(known.standing, { url: page.url, parameter: known.host }, url) : []
      }),
    )
  },
})
