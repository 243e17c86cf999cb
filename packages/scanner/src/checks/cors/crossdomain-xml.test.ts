import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './crossdomain-xml.ts'

const file = (body: string, status = 200) => ({
  well_known: {
    security_txt: null,
    security_txt_root: null,
    robots_txt: null,
    crossdomain_xml: exchange({
      url: 'https://site.test/crossdomain.xml',
      status,
      body,
      headers: { 'Content-Type': 'text/xml' },
    }),
    client_access_policy_xml: null,
  },
})
const policy = (rules: string) =>
  file(
    `<?xml version="1.0"?><!DOCTYPE cross-domain-policy SYSTEM "http://www.adobe.com/xml/dtds/cross-domain-policy.dtd"><cross-domain-policy>${rules}</cross-domain-policy>`,
  )

testCheck(check, {
  fires: [
    {
      name: 'every domain',
      evidence: policy('<allow-access-from domain="*" />'),
      outcome: 'any_domain',
      seen: '<allow-access-from domain="*">',
    },
    {
      name: 'any header',
      evidence: policy('<allow-http-request-headers-from domain="*" headers="*"/>'),
      outcome: 'any_header',
    },
    {
      name: 'not secure',
      evidence: policy('<allow-access-from domain="www.site.test" secure="false"/>'),
      outcome: 'insecure',
    },
  ],
  silent: [
    { name: 'own domains', evidence: policy('<allow-access-from domain="*.site.test" />'), verdict: 'pass' },
    { name: 'none', evidence: policy('<site-control permitted-cross-domain-policies="none"/>'), verdict: 'pass' },
    { name: 'in a comment', evidence: policy('<!-- <allow-access-from domain="*" /> -->'), verdict: 'pass' },
    {
      name: 'not found',
      evidence: file('<cross-domain-policy><allow-access-from domain="*"/></cross-domain-policy>', 404),
      verdict: 'skip',
    },
    {
      name: 'a page that answers everything',
      evidence: file('<!doctype html><html><body>Home</body></html>'),
      verdict: 'skip',
    },
  ],
})
