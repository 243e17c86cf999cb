import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { policyElements } from '../../derive/policy-file.ts'

export default defineCheck({
  id: 'cors/crossdomain-xml',
  question: 'Does crossdomain.xml keep strangers out?',
  needs: ['well_known'],
  cwe: 942,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.adobe.com/devnet-docs/acrobatetk/tools/AppSec/CrossDomain_PolicyFile_Specification.pdf'],
  outcomes: {
    any_domain: {
      severity: 'low',
      title: 'crossdomain.xml allows every domain',
      why: 'Flash is gone from browsers, but Acrobat and some other clients still read the file. Content of any site in them may read this one with the visitor’s log-in.',
      fix: 'Delete the file, or name the domains that need it.',
    },
    any_header: {
      severity: 'info',
      title: 'crossdomain.xml allows any request header from anywhere',
      why: 'Clients that read the file then let foreign content send headers which servers often trust as proof against forgery.',
      fix: 'Delete the file, or name the domains that need it.',
    },
    insecure: {
      severity: 'info',
      title: 'crossdomain.xml lets plain pages read the HTTPS site',
      why: 'With secure="false" content that came unencrypted may read what is sent encrypted.',
      fix: 'Delete the file, or take secure="false" out.',
    },
  },
  run({ well_known }) {
    const exchange = well_known.crossdomain_xml
    const elements =
      exchange?.response.status === 200 ? policyElements(exchange.response.body, 'cross-domain-policy') : null
    if (!exchange || !elements) return skip('there is no crossdomain.xml')
    return verdictOf(
      elements.flatMap(({ name, attributes }): Fail<'any_domain' | 'any_header' | 'insecure'>[] => {
        const domain = attributes.domain?.trim()
        const seen = `<${name} domain="${domain}">`
        if (name === 'allow-access-from' && domain === '*') return [fail('any_domain', exchange, seen)]
        if (name === 'allow-http-request-headers-from' && domain === '*') return [fail('any_header', exchange, seen)]
        return name === 'allow-access-from' && attributes.secure?.toLowerCase() === 'false'
          ? [fail('insecure', exchange, seen)]
          : []
      }),
    )
  },
})
