import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import type { Exchange } from '../../net/exchange.ts'
import check from './hsts-on-http.ts'

const STS = { 'strict-transport-security': 'max-age=31536000' }
const HTTP = 'http://site.test/'
const plain = (...exchanges: Exchange[]) => ({
  plain: { start: HTTP, exchanges, end: exchanges.length > 0 ? ('answered' as const) : ('refused' as const) },
})

testCheck(check, {
  fires: [
    {
      name: 'on a plain page',
      evidence: plain(exchange({ url: HTTP, headers: STS })),
      outcome: 'sent',
      seen: 'max-age=31536000',
    },
    {
      name: 'on the plain redirect',
      evidence: plain(
        exchange({ url: HTTP, status: 301, headers: { ...STS, Location: 'https://site.test/' } }),
        exchange(),
      ),
      outcome: 'sent',
    },
    {
      name: 'on the second plain hop',
      evidence: plain(exchange({ url: HTTP, status: 301 }), exchange({ url: 'http://www.site.test/', headers: STS })),
      outcome: 'sent',
    },
  ],
  silent: [
    { name: 'nowhere', evidence: plain(exchange({ url: HTTP, status: 301 })), verdict: 'pass' },
    {
      name: 'only on the secure hop',
      evidence: plain(exchange({ url: HTTP, status: 301 }), exchange({ headers: STS })),
      verdict: 'pass',
    },
    { name: 'nothing on port 80', evidence: plain(), verdict: 'skip' },
  ],
})
