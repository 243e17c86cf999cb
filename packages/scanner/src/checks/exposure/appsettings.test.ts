import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './appsettings.ts'

testCheck(check, {
  fires: [
    {
      name: 'a connection string',
      evidence: exposures({
        '/appsettings.json': JSON.stringify({
          ConnectionStrings: { Default: 'Server=db;User Id=sa;Password=hunter2x;' },
          AllowedHosts: '*',
        }),
      }),
      outcome: 'credentials',
      seen: 'Password=hu…',
    },
    {
      name: 'a key of its own',
      evidence: exposures({
        '/appsettings.Production.json': JSON.stringify({ Logging: {}, Jwt: { SigningKey: 'kq3Zt8Kx1Lw0sPb7' } }),
      }),
      outcome: 'credentials',
    },
    {
      name: 'no secrets',
      evidence: exposures({
        '/appsettings.json': '{"Logging": {"LogLevel": {"Default": "Information"}}, "AllowedHosts": "*"}',
      }),
      outcome: 'settings',
      seen: 'Logging AllowedHosts',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/appsettings.json'], SPA), verdict: 'pass' },
    {
      name: 'an error in JSON',
      evidence: exposures({ '/appsettings.json': '{"error": "not found"}' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({ '/appsettings.json': { type: 'text/html', body: '<html>{"Logging":{}}</html>' } }),
      verdict: 'pass',
    },
    {
      name: 'settings of something else',
      evidence: exposures({ '/appsettings.json': '{"theme": "dark", "password": "hunter2x"}' }),
      verdict: 'pass',
    },
  ],
})
