import { KNOWN_SERVICES } from '../../../data/known-hosts.ts'
import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { isForeign, siteOf } from '../../derive/site.ts'

export default defineCheck({
  id: 'threat/new-script-host',
  question: 'Do scripts come from the same other sites as at the last scan?',
  needs: ['page', 'html', 'previous'],
  type: 'threat',
  cwe: 829,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://cwe.mitre.org/data/definitions/829.html'],
  distinct: ['parameter'],
  outcomes: {
    new: {
      severity: 'low',
      confidence: 'tentative',
      title: 'A script comes from a site that was not there at the last scan',
      why: 'Somebody added it since. If nobody of yours did, it is how skimmers and other malware come in.',
      fix: 'Find out who added it. If you cannot tell, take it out and look for how it came in.',
    },
  },
  run({ page, html, previous }) {
    const { script_hosts } = previous
    if (script_hosts === null) return skip('there is no earlier scan to compare with')
    const known = new Set(script_hosts.map(siteOf))
    const foreign = html.scripts.flatMap(({ url }) => (url !== null && isForeign(url, page.url) ? [new URL(url)] : []))
    return verdictOf(
      foreign
        .filter(({ hostname }) => !known.has(siteOf(hostname)) && !KNOWN_SERVICES.has(siteOf(hostname)))
        .map((url) => fail('new', { url: page.url, parameter: url.hostname }, url.href)),
    )
  },
})
