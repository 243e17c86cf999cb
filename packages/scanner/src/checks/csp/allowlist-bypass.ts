import { BYPASS_HOSTS } from '../../../data/csp-bypass-hosts.ts'
import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { type CspDirective, governingAll } from '../../derive/csp.ts'
import { allowsAllInline, allowsUrl, hasKeyword, type SourceExpression } from '../../derive/csp-source.ts'

const OUTCOME = { jsonp: 'callback', angular: 'angular', upload: 'anyone' } as const

export default defineCheck({
  id: 'csp/allowlist-bypass',
  question: 'Does the policy trust a host that runs code of anyone’s choice?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://research.google/pubs/pub45542/', 'https://web.dev/articles/strict-csp'],
  distinct: ['parameter'],
  outcomes: {
    callback: {
      severity: 'low',
      title: 'The policy trusts a host with callback endpoints',
      why: 'The host has endpoints whose answer begins with a function that the caller names. An injected <script> that points there runs what the attacker wrote, with the consent of the policy.',
      fix: "Use a nonce with 'strict-dynamic' instead of a list of hosts, or name the exact path that is needed.",
    },
    angular: {
      severity: 'low',
      title: 'The policy trusts a host that serves AngularJS',
      why: 'AngularJS 1 runs expressions in the markup. An attacker who can inject markup loads it from this host and needs no script of their own.',
      fix: "Use a nonce with 'strict-dynamic' instead of a list of hosts, or name the exact path that is needed.",
    },
    anyone: {
      severity: 'low',
      title: 'The policy trusts a host to which anyone can upload',
      why: 'Anyone may publish on this host, so an attacker can serve a script from a place that the policy allows.',
      fix: 'Name the exact path of the file that is needed, pinned by Subresource Integrity, or serve it yourself.',
    },
  },
  run({ page, csp }) {
    const governs = governingAll(csp, 'script-src-elem')
    if (governs.length === 0) return skip('no enforced policy governs scripts')
    if (governs.every(({ sources }) => allowsAllInline(sources, 'script')))
      return skip('inline scripts are allowed, so nobody needs a bypass: csp/script-unsafe-inline judges that')
    const lists = governs.map(hostSources)
    const evalAllowed = governingAll(csp, 'script-src').every(({ sources }) => hasKeyword(sources, 'unsafe-eval'))
    const self = new URL(page.url)
    const seen = new Set<string>()
    const fails = BYPASS_HOSTS.flatMap((bypass) => {
      const url = new URL(`https://${bypass.host}${bypass.path}`)
      const source = lists[0]!.find((candidate) => allowsUrl([candidate], url, self))
      if (!source || seen.has(source.raw) || (bypass.needs_eval && !evalAllowed)) return []
      if (!lists.every((sources) => allowsUrl(sources, url, self))) return []
      seen.add(source.raw)
      return [fail(OUTCOME[bypass.by], { url: page.url, parameter: bypass.host }, source.raw)]
    })
    return verdictOf(fails)
  },
})

/** Hosts that are named: `*` and schemes are csp/script-wildcard's, and 'strict-dynamic' switches all of them off. */
function hostSources({ sources }: CspDirective): SourceExpression[] {
  if (hasKeyword(sources, 'strict-dynamic')) return []
  return sources.filter((source) => source.kind === 'host' && source.host !== '*')
}
