import { testCheck } from '../../../test/check-table.ts'
import check from './dangling-subdomain.ts'

type Status = 'answered' | 'nodata' | 'nxdomain' | 'failed'
const subdomains = (...names: [name: string, status: Status, ...aliases: string[]][]) => ({
  subdomains: {
    count: names.length,
    names: names.map(([name, status, ...aliases]) => ({ name, status, aliases, addresses: [] })),
  },
})

testCheck(check, {
  fires: [
    {
      name: 'an app that was deleted',
      evidence: subdomains(['shop.site.test', 'answered'], ['old.site.test', 'nxdomain', 'old-site.azurewebsites.net']),
      outcome: 'claimable',
      seen: 'old-site.azurewebsites.net',
    },
    {
      name: 'a partner that is gone',
      evidence: subdomains(['old.site.test', 'nxdomain', 'x.partner.test']),
      outcome: 'gone',
    },
  ],
  silent: [
    { name: 'all there', evidence: subdomains(['shop.site.test', 'answered', 'cdn.test']), verdict: 'pass' },
    { name: 'no alias, and gone altogether', evidence: subdomains(['old.site.test', 'nxdomain']), verdict: 'pass' },
    {
      name: 'an alias without addresses for today',
      evidence: subdomains(['a.site.test', 'nodata', 'b.test']),
      verdict: 'pass',
    },
    { name: 'DNS failed', evidence: subdomains(['a.site.test', 'failed']), verdict: 'pass' },
    { name: 'no other names', evidence: subdomains(), verdict: 'skip' },
  ],
})
