import { defineCheck, fail, pass, skip } from '../../check.ts'
import { type CspPolicy, directiveText } from '../../derive/csp.ts'
import { parseDictionary } from '../../derive/structured-field.ts'
import { headerValues } from '../../net/exchange.ts'

export default defineCheck({
  id: 'csp/reporting',
  question: 'Do reports about violations have somewhere to go?',
  needs: ['page', 'csp'],
  cwe: 778,
  owasp_2021: ['A09:2021'],
  owasp_2025: ['A09:2025'],
  references: ['https://www.w3.org/TR/reporting-1/', 'https://www.w3.org/TR/CSP3/#directive-report-to'],
  outcomes: {
    no_endpoint: {
      severity: 'info',
      title: 'The policy reports to a group that is not defined',
      why: 'report-to names a group, but no header says where it lies, so reports about blocked scripts are lost.',
      fix: 'Define the group in Reporting-Endpoints, or name an address with report-uri as well.',
    },
  },
  run({ page, csp }) {
    const policies = csp.policies.filter(({ from }) => from === 'header')
    const named = policies.filter((policy) => tokensOf(policy, 'report-to').length > 0)
    if (named.length === 0) return skip('no policy names a group')
    const defined = [
      ...(parseDictionary(headerValues(page.headers, 'reporting-endpoints'))?.keys() ?? []),
      ...legacyGroups(page.headers),
    ]
    const lost = named.find(
      (policy) => tokensOf(policy, 'report-uri').length === 0 && !defined.includes(tokensOf(policy, 'report-to')[0]!),
    )
    const shown = (lost ?? named[0]!).directives.find(({ name }) => name === 'report-to')!
    return lost ? fail('no_endpoint', page.url, directiveText(shown)) : pass(directiveText(shown))
  },
})

function tokensOf(policy: CspPolicy, name: string): readonly string[] {
  return policy.directives.find((directive) => directive.name === name)?.tokens ?? []
}

/** Groups of the older Report-To header: JSON objects, separated by commas. */
function legacyGroups(headers: Parameters<typeof headerValues>[0]): string[] {
  try {
    const groups: { group?: string }[] = JSON.parse(`[${headerValues(headers, 'report-to').join(',')}]`)
    return groups.map(({ group }) => group ?? 'default')
  } catch {
    return []
  }
}
