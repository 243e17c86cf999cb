import { defineCheck, fail, verdictOf } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'
import { removeHeader } from '../../remedy.ts'

const FIELDS = ['X-AspNet-Version', 'X-AspNetMvc-Version', 'X-OWIN-Version']

export default defineCheck({
  id: 'headers/aspnet-version',
  question: 'Does ASP.NET keep its version to itself?',
  needs: ['page'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [170],
  references: [
    'https://learn.microsoft.com/en-us/dotnet/api/system.web.configuration.httpruntimesection.enableversionheader',
  ],
  outcomes: {
    disclosed: {
      severity: 'info',
      title: 'ASP.NET tells its version',
      why: 'When a flaw becomes known, attackers look up who runs that version and go there first.',
      fix: 'Switch the version headers off.',
      settings: {
        ...removeHeader('X-AspNet-Version'),
        iis: '<system.web><httpRuntime enableVersionHeader="false" /></system.web>  and  MvcHandler.DisableMvcResponseHeader = true;',
      },
    },
  },
  run({ page }) {
    return verdictOf(
      FIELDS.flatMap((name) => {
        const raw = headerValue(page.headers, name)
        return raw ? [fail('disclosed', { url: page.url, parameter: name }, raw)] : []
      }),
    )
  },
})
