import { getPublicSuffix } from 'tldts'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import { type CspDirective, directiveText, governingAll } from '../../derive/csp.ts'
import { hasKeyword, type SourceExpression } from '../../derive/csp-source.ts'

type Breadth = 'any_host' | 'data' | 'shared_suffix' | 'blob'
const WORST_FIRST: readonly Breadth[] = ['any_host', 'data', 'shared_suffix', 'blob']

export default defineCheck({
  id: 'csp/script-wildcard',
  question: 'Does the policy name the places that scripts may come from?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [63],
  references: ['https://www.w3.org/TR/CSP3/#framework-directive-source-list', 'https://publicsuffix.org/'],
  outcomes: {
    any_host: {
      severity: 'medium',
      title: 'The policy allows scripts from any host',
      why: 'An attacker who can inject a <script> element loads its code from a server of their own, and the policy agrees.',
      fix: 'Replace * and https: by a nonce, or by the few hosts that are needed.',
    },
    data: {
      severity: 'medium',
      title: 'The policy allows scripts in data: addresses',
      why: "A data: address carries the script in itself, so this is as good as 'unsafe-inline' to an attacker.",
      fix: 'Take data: out of script-src, and of default-src where that governs scripts.',
    },
    shared_suffix: {
      severity: 'medium',
      title: 'The policy allows scripts from a domain where anyone can have a name',
      why: 'Names below this suffix are given to strangers, for instance as hosting space. An attacker takes one and serves scripts that the policy allows.',
      fix: 'Name the exact hosts that are used instead of the wildcard.',
    },
    blob: {
      severity: 'info',
      title: 'The policy allows scripts in blob: addresses',
      why: 'A script that can already make blobs can run their content. It weakens the policy only together with another flaw.',
      fix: 'Where only workers need it, put blob: in worker-src and take it out of script-src.',
    },
  },
  run({ page, csp }) {
    const governs = governingAll(csp, 'script-src-elem')
    if (governs.length === 0) return skip('no enforced policy governs scripts')
    const breadths = governs.map(breadthsOf)
    const shared = WORST_FIRST.find((one) => breadths.every((list) => list.has(one)))
    const seen = governs.map(directiveText).join(', ')
    return shared ? fail(shared, page.url, seen) : pass(seen)
  },
})

function breadthsOf({ sources }: CspDirective): Set<Breadth> {
  // section 8.2: 'strict-dynamic' makes browsers ignore hosts and schemes
  if (hasKeyword(sources, 'strict-dynamic')) return new Set()
  return new Set(sources.map(breadthOf).filter((breadth) => breadth !== null))
}

function breadthOf(source: SourceExpression): Breadth | null {
  if (source.kind === 'scheme') {
    if (source.scheme === 'http' || source.scheme === 'https') return 'any_host'
    if (source.scheme === 'data') return 'data'
    return source.scheme === 'blob' || source.scheme === 'filesystem' ? 'blob' : null
  }
  if (source.kind !== 'host' || !source.wildcard) return null
  if (source.host === '*') return 'any_host'
  return getPublicSuffix(`x.${source.host}`, { allowPrivateDomains: true }) === source.host ? 'shared_suffix' : null
}
