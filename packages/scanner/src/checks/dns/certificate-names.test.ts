import { testCheck } from '../../../test/check-table.ts'
import check from './certificate-names.ts'

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
      name: 'others',
      evidence: subdomains(['shop.site.test', 'answered'], ['vpn.site.test', 'nxdomain']),
      outcome: 'listed',
      seen: 'shop.site.test vpn.site.test',
    },
  ],
  silent: [{ name: 'only its own', evidence: subdomains(), verdict: 'pass' }],
})
