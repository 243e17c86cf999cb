import ipaddr from 'ipaddr.js'
import { defineCheck, fail, skip, verdictOf } from '../../check.ts'

/** Four numbers with dots, neither part of a longer word nor a version as in `Product/10.0.0.1`. */
const ADDRESS = /(?<![\w.-])(?<!\w\/)(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\w)/g

export default defineCheck({
  id: 'headers/private-address',
  question: 'Do the headers keep internal addresses to themselves?',
  needs: ['page', 'target'],
  type: 'exposure',
  cwe: 497,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [169],
  references: ['https://www.rfc-editor.org/rfc/rfc1918', 'https://cwe.mitre.org/data/definitions/497.html'],
  outcomes: {
    disclosed: {
      severity: 'low',
      title: 'A header tells an internal address',
      why: 'It shows how the network behind the site is laid out, which is what an attacker needs to aim a request that the server makes on their behalf.',
      fix: 'Take the header out, or let the outermost server set it anew with public names.',
      settings: {
        nginx: 'proxy_hide_header X-Backend; proxy_redirect http://10.0.0.5/ /;',
        apache: 'Header always unset X-Backend\nProxyPassReverse / http://10.0.0.5/',
        iis: 'appcmd set config -section:system.webServer/serverRuntime /alternateHostName:"www.example.com"',
      },
    },
  },
  run({ page, target }) {
    if (isPrivate(target.host) || isPrivate(page.exchange.remote_address))
      return skip('the site itself is at a private address')
    return verdictOf(
      page.headers.flatMap(([name, value]) => {
        const told = [...value.matchAll(ADDRESS)].some(([address]) => isPrivate(address))
        return told ? [fail('disclosed', { url: page.url, parameter: name }, value)] : []
      }),
    )
  },
})

/** RFC 1918 and RFC 4193. Loopback tells nothing: every machine has it. */
function isPrivate(text: string): boolean {
  return ipaddr.isValid(text) && ['private', 'uniqueLocal'].includes(ipaddr.parse(text).range())
}
