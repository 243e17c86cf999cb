import { CSP_DIRECTIVES } from '../../../data/csp-directives.ts'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { type CspDirective, type CspPolicy, directiveText } from '../../derive/csp.ts'
import { parseSource } from '../../derive/csp-source.ts'

type Fault = 'missing_semicolon' | 'unquoted' | 'invalid_source' | 'void_none' | 'repeated' | 'unknown' | 'not_ascii'

export default defineCheck({
  id: 'csp/syntax',
  question: 'Do browsers read the policy as it was meant?',
  needs: ['page', 'csp'],
  cwe: 1286,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.w3.org/TR/CSP3/#parse-serialized-policy',
    'https://www.w3.org/TR/CSP3/#framework-directive-source-list',
  ],
  outcomes: {
    missing_semicolon: {
      severity: 'low',
      title: 'A semicolon is missing in the policy',
      why: 'The name of a directive stands among the sources of another. Browsers read it as a host, so the second directive does not exist and its sources are granted to the first.',
      fix: 'End every directive with a semicolon.',
    },
    unquoted: {
      severity: 'low',
      title: 'A keyword stands in the policy without its quotes',
      why: 'Without single quotes browsers take a keyword for the name of a host. What was meant to be forbidden or allowed is not.',
      fix: "Write 'self', 'none', 'nonce-…' and all other keywords in single quotes.",
    },
    invalid_source: {
      severity: 'info',
      title: 'A source in the policy breaks the grammar',
      why: 'Browsers ignore it, so that the policy is stricter than was meant, or a nonce or hash does not work.',
      fix: 'Correct the source, or take it out.',
    },
    void_none: {
      severity: 'info',
      title: "'none' stands beside other sources",
      why: "Browsers ignore 'none' unless it stands alone, so the other sources are allowed.",
      fix: "Leave 'none' alone, or take it out.",
    },
    repeated: {
      severity: 'low',
      title: 'A directive is given twice in one policy',
      why: 'Browsers keep the first and ignore the second, which may have been the stricter.',
      fix: 'Merge the two into one.',
    },
    unknown: {
      severity: 'info',
      title: 'The policy has a directive that browsers do not know',
      why: 'Browsers ignore it. When it is a misspelling, what it was to forbid is allowed.',
      fix: 'Correct the name, or take it out.',
    },
    not_ascii: {
      severity: 'low',
      title: 'A directive is ignored because it is not plain ASCII',
      why: 'Typographic quotes or a name in another script make browsers drop the whole directive.',
      fix: 'Use plain quotes, and write host names in Punycode.',
    },
  },
  run({ page, csp }) {
    const policies = csp.policies.filter(({ ignored }) => !ignored)
    if (policies.length === 0) return skip('there is no policy')
    return verdictOf(policies.flatMap((policy) => faultsOf(policy, page.url)))
  },
})

function faultsOf(policy: CspPolicy, url: string): Fail<Fault>[] {
  return [
    ...policy.not_ascii.map((piece) => fail('not_ascii', url, piece)),
    ...policy.repeated.map((name) => fail('repeated', url, name)),
    ...policy.directives.flatMap((directive) => {
      const kind = Object.hasOwn(CSP_DIRECTIVES, directive.name) ? CSP_DIRECTIVES[directive.name] : undefined
      const faults =
        kind === undefined ? new Set<Fault>(['unknown']) : kind === 'sources' ? sourceFaults(directive) : []
      return [...faults].map((fault) => fail(fault, url, directiveText(directive)))
    }),
  ]
}

function sourceFaults({ tokens, sources }: CspDirective): Set<Fault> {
  const faults = new Set<Fault>()
  for (const token of tokens) {
    const lower = token.toLowerCase()
    if (Object.hasOwn(CSP_DIRECTIVES, lower) && lower.includes('-')) faults.add('missing_semicolon')
    else if (isUnquoted(lower)) faults.add('unquoted')
    else if (parseSource(token).kind === 'invalid') faults.add('invalid_source')
  }
  const judged = sources.filter(({ kind, raw }) => kind !== 'none' && !/^'report-/i.test(raw))
  if (sources.length > judged.length && judged.length > 0 && sources.some(({ kind }) => kind === 'none'))
    faults.add('void_none')
  return faults
}

/** What would be a keyword, nonce or hash within quotes. One-word host names such as `self` exist nowhere on the web. */
function isUnquoted(token: string): boolean {
  const kind = parseSource(`'${token.replace(/^["`]|["`]$/g, '')}'`).kind
  return kind !== 'invalid' && !token.startsWith("'")
}
