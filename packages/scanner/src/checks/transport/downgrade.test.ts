import { testCheck } from '../../../test/check-table.ts'
import { exchange, page, target } from '../../../test/evidence.ts'
import check from './downgrade.ts'

type Hop = [url: string, status?: number, location?: string]
const through = (...hops: Hop[]) => {
  const redirects = hops.map(([url, status = 200, Location]) =>
    exchange({ url, status, headers: Location ? { Location } : {} }),
  )
  return { target: target(hops[0]![0]), page: { ...page({ url: hops.at(-1)![0] }), redirects } }
}

testCheck(check, {
  fires: [
    {
      name: 'HTTPS leads to plain HTTP',
      evidence: through(['https://site.test/', 301, 'http://site.test/'], ['http://site.test/']),
      outcome: 'ends',
      seen: 'http://site.test/',
    },
    {
      name: 'a backend that builds its URLs behind a TLS proxy',
      evidence: through(
        ['https://site.test/app', 302, 'http://site.test/app/'],
        ['http://site.test/app/', 301, 'https://site.test/app/'],
        ['https://site.test/app/'],
      ),
      outcome: 'passes',
      seen: 'http://site.test/app/',
    },
  ],
  silent: [
    { name: 'no redirect', evidence: through(['https://site.test/']), verdict: 'pass' },
    {
      name: 'a relative redirect',
      evidence: through(['https://site.test/', 302, '/en/'], ['https://site.test/en/']),
      verdict: 'pass',
    },
    {
      name: 'a scheme-relative redirect',
      evidence: through(['https://site.test/', 302, '//www.site.test/'], ['https://www.site.test/']),
      verdict: 'pass',
    },
    {
      name: 'upwards',
      evidence: through(['http://site.test/', 301, 'https://site.test/'], ['https://site.test/']),
      verdict: 'pass',
    },
    { name: 'plain all the way', evidence: through(['http://site.test/']), verdict: 'skip' },
  ],
})
