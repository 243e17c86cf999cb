import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './web-config.ts'

const CONFIG = (inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!-- ours -->\n<configuration>\n${inside}\n</configuration>`

testCheck(check, {
  fires: [
    {
      name: 'a connection string',
      evidence: exposures({
        '/web.config': CONFIG(
          '<connectionStrings><add name="Default" connectionString="Server=db;User Id=web;Password=hunter2x;" /></connectionStrings>',
        ),
      }),
      outcome: 'credentials',
      seen: 'Password=hu…',
    },
    {
      name: 'a machine key',
      evidence: exposures({
        '/web.config': CONFIG(
          '<system.web><machineKey validationKey="0123456789ABCDEF0123456789ABCDEF01234567" decryptionKey="AutoGenerate" validation="SHA1" /></system.web>',
        ),
      }),
      outcome: 'credentials',
      seen: 'machineKey validationKey',
    },
    {
      name: 'rewrite rules only',
      evidence: exposures({
        '/web.config': CONFIG('<system.webServer><rewrite><rules /></rewrite></system.webServer>'),
      }),
      outcome: 'settings',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/web.config'], SPA), verdict: 'pass' },
    {
      name: 'the refusal of IIS',
      evidence: exposures({
        '/web.config': { status: 404, type: 'text/html', body: '<h2>404 - File or directory not found.</h2>' },
      }),
      verdict: 'pass',
    },
    {
      name: 'another XML file',
      evidence: exposures({ '/web.config': '<?xml version="1.0"?><configuration><settings/></configuration>' }),
      verdict: 'pass',
    },
    {
      name: 'a page about it',
      evidence: exposures({
        '/web.config': { type: 'text/html', body: '<!doctype html><pre>&lt;configuration&gt;</pre>' },
      }),
      verdict: 'pass',
    },
  ],
})
