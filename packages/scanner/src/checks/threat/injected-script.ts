import ipaddr from 'ipaddr.js'
import { KNOWN_SERVICES } from '../../../data/known-hosts.ts'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { imitatedBy } from '../../derive/imitation.ts'
import { isForeign, siteOf } from '../../derive/site.ts'

export default defineCheck({
  id: 'threat/injected-script',
  question: 'Do all script files look as if the site’s owner had put them there?',
  needs: ['page', 'html', 'concealed', 'target'],
  type: 'threat',
  cwe: 829,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  references: ['https://cwe.mitre.org/data/definitions/829.html', 'https://sansec.io/what-is-magecart'],
  distinct: ['parameter'],
  outcomes: {
    imitation: {
      severity: 'high',
      title: 'A script comes from a host whose name imitates a well-known one',
      why: 'The name differs by a letter, or by letters that look alike. Such names are registered for nothing but passing a glance.',
      fix: 'Take it out, find out how it came in, and change all passwords and keys of the site: whoever put it there can do so again.',
    },
    outside: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A script file of another site is loaded outside of the document',
      why: 'It stands before the beginning or after the end of the page, where no template writes. Break-ins and some web hosters add scripts there.',
      fix: 'Find out who put the script there. If you cannot tell, take it out and look for how it came in.',
    },
    by_address: {
      severity: 'medium',
      confidence: 'tentative',
      title: 'A script comes from a bare IP address',
      why: 'Services have names. Code from a bare address belongs to whoever rents the machine today, and malware is often served so.',
      fix: 'Find out whose machine it is. Serve the file from a name of your own over HTTPS, or take it out.',
    },
  },
  run({ page, html, concealed, target }) {
    const foreign = [
      ...new Set(html.scripts.flatMap(({ url }) => (url !== null && isForeign(url, page.url) ? [url] : []))),
    ]
    if (foreign.length === 0) return skip('the page loads no script files of others')
    const placed = (url: string) => ({ url: page.url, parameter: new URL(url).hostname })
    const outside = new Set(concealed.outside_scripts.map(({ url }) => url))
    return verdictOf(
      foreign.flatMap((url): Fail<'imitation' | 'outside' | 'by_address'>[] => {
        const host = new URL(url).hostname
        if (imitatedBy(host)) return [fail('imitation', placed(url), url)]
        if (isPublicAddress(host) && !target.is_address) return [fail('by_address', placed(url), url)]
        return outside.has(url) && !KNOWN_SERVICES.has(siteOf(host)) ? [fail('outside', placed(url), url)] : []
      }),
    )
  },
})

function isPublicAddress(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) && ipaddr.parse(bare).range() === 'unicast'
}
