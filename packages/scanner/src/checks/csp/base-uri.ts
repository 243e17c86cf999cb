import { defineCheck, fail, pass, skip } from '../../check.ts'
import { type CspDirective, directiveText, enforced, governing, governingAll } from '../../derive/csp.ts'
import { hasKeyword, hasNonceOrHash } from '../../derive/csp-source.ts'

export default defineCheck({
  id: 'csp/base-uri',
  question: 'Does a policy with nonces forbid an injected <base>?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#directive-base-uri', 'https://web.dev/articles/strict-csp'],
  outcomes: {
    missing: {
      severity: 'low',
      title: 'The policy allows any <base>',
      why: 'An injected <base> sends the relative addresses of trusted scripts to the attacker’s server. Their nonces still fit, so the browser runs what comes back.',
      fix: "Add base-uri 'none', or 'self' where the site uses <base>.",
    },
  },
  run({ page, csp }) {
    const governs = governingAll(csp, 'script-src-elem')
    if (!governs.some(trustsElements)) return skip('scripts are not trusted by nonce, so <base> gains nothing')
    const bases = enforced(csp)
      .map((policy) => governing(policy, 'base-uri'))
      .filter((directive) => directive !== null)
    const narrow = bases.find(({ sources }) => !sources.some(isAnyHost))
    return narrow ? pass(directiveText(narrow)) : fail('missing', page.url, bases.map(directiveText).join(', '))
  },
})

/** Trust that follows the element, wherever its address leads. */
function trustsElements({ sources }: CspDirective): boolean {
  if (sources.some(({ kind }) => kind === 'nonce')) return true
  return hasNonceOrHash(sources) && hasKeyword(sources, 'strict-dynamic')
}

function isAnyHost(source: CspDirective['sources'][number]): boolean {
  return source.kind === 'scheme' || (source.kind === 'host' && source.host === '*')
}
