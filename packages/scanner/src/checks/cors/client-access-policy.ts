import { defineCheck, fail, pass, skip } from '../../check.ts'
import { policyElements } from '../../derive/policy-file.ts'

export default defineCheck({
  id: 'cors/client-access-policy',
  question: 'Does clientaccesspolicy.xml keep strangers out?',
  needs: ['well_known'],
  cwe: 942,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://learn.microsoft.com/en-us/previous-versions/windows/silverlight/dotnet-windows-silverlight/cc197955(v=vs.95)',
  ],
  outcomes: {
    any_domain: {
      severity: 'info',
      title: 'clientaccesspolicy.xml allows every domain',
      why: 'Silverlight is gone from browsers, so little reads the file today. It shows that someone wanted to let every site in.',
      fix: 'Delete the file, or name the domains that need it.',
    },
  },
  run({ well_known }) {
    const exchange = well_known.client_access_policy_xml
    const elements = exchange?.response.status === 200 ? policyElements(exchange.response.body, 'access-policy') : null
    if (!exchange || !elements) return skip('there is no clientaccesspolicy.xml')
    const uris = elements.filter(({ name }) => name === 'domain').map(({ attributes }) => attributes.uri?.trim() ?? '')
    const open = uris.find((uri) => /^(?:\*|https?:\/\/\*\/?)$/.test(uri))
    return open === undefined ? pass(uris.join(', ')) : fail('any_domain', exchange, `<domain uri="${open}">`)
  },
})
