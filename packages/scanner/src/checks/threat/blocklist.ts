import { BLOCKED_HOSTS } from '../../../data/blocklist.ts'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'

export default defineCheck({
  id: 'threat/blocklist',
  question: 'Does the page have nothing to do with hosts on blocklists?',
  needs: ['page', 'html'],
  type: 'threat',
  cwe: 829,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://urlhaus.abuse.ch/', 'https://cwe.mitre.org/data/definitions/829.html'],
  distinct: ['parameter'],
  outcomes: {
    loads: {
      severity: 'critical',
      title: 'The page loads from a host that spreads malware or takes stolen data',
      why: 'A public report names the host. Every visitor’s browser runs what it sends, or sends it what they type.',
      fix: 'Take it out, find out how it came in, and change all passwords and keys of the site: whoever put it there can do so again.',
    },
    links: {
      severity: 'medium',
      title: 'The page links to a host that spreads malware or takes stolen data',
      why: 'A public report names the host. Visitors who follow the link are at risk, and search engines warn of pages that link there.',
      fix: 'Take the link out, and find out how it came in.',
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    const judge = (outcome: 'loads' | 'links', url: string | null): Fail<'loads' | 'links'>[] => {
      const host = url === null ? null : (URL.parse(url)?.hostname ?? null)
      const known =
        host === null ? undefined : BLOCKED_HOSTS.find((one) => host === one.host || host.endsWith(`.${one.host}`))
      return known ? [fail(outcome, { url: page.url, parameter: known.host }, url!)] : []
    }
    return verdictOf([
      ...[...html.scripts, ...html.stylesheets, ...html.iframes, ...html.media].flatMap(({ url }) =>
        judge('loads', url),
      ),
      ...html.forms.flatMap(({ url }) => judge('loads', url)),
      ...html.anchors.flatMap(({ url }) => judge('links', url)),
    ])
  },
})
