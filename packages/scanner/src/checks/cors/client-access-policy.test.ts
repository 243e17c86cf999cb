import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './client-access-policy.ts'

const file = (domains: string) => ({
  well_known: {
    security_txt: null,
    security_txt_root: null,
    robots_txt: null,
    crossdomain_xml: null,
    client_access_policy_xml: exchange({
      url: 'https://site.test/clientaccesspolicy.xml',
      body: `<?xml version="1.0"?><access-policy><cross-domain-access><policy><allow-from>${domains}</allow-from></policy></cross-domain-access></access-policy>`,
    }),
  },
})

testCheck(check, {
  fires: [
    { name: 'every domain', evidence: file('<domain uri="*"/>'), outcome: 'any_domain' },
    { name: 'every domain over HTTPS', evidence: file('<domain uri="https://*"/>'), outcome: 'any_domain' },
  ],
  silent: [
    { name: 'one domain', evidence: file('<domain uri="https://partner.test"/>'), verdict: 'pass' },
    { name: 'a wildcard below one domain', evidence: file('<domain uri="https://*.site.test"/>'), verdict: 'pass' },
    {
      name: 'not there',
      evidence: { well_known: { ...file('').well_known, client_access_policy_xml: exchange({ status: 404 }) } },
      verdict: 'skip',
    },
  ],
})
