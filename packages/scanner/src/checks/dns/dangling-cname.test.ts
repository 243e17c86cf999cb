import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './dangling-cname.ts'

const GONE = { a: NXDOMAIN, aaaa: NXDOMAIN }
const cname = (target: string, more: Parameters<typeof dns>[0] = GONE) => dns({ cname: answer(target), ...more })

testCheck(check, {
  fires: [
    {
      name: 'a web app that was deleted',
      evidence: cname('site.azurewebsites.net'),
      outcome: 'claimable',
      seen: 'site.azurewebsites.net',
    },
    { name: 'capitals and a last dot', evidence: cname('Site.us-east-1.ElasticBeanstalk.com.'), outcome: 'claimable' },
    { name: 'somewhere else', evidence: cname('old.partner.test'), outcome: 'gone', seen: 'old.partner.test' },
    { name: 'a name that only ends alike', evidence: cname('myazurewebsites.net'), outcome: 'gone' },
  ],
  silent: [
    { name: 'an alias that exists', evidence: cname('cdn.test', { a: answer('185.1.1.1') }), verdict: 'pass' },
    { name: 'an alias without addresses for today', evidence: cname('cdn.test', {}), verdict: 'pass' },
    { name: 'IPv6 only', evidence: cname('cdn.test', { a: NXDOMAIN, aaaa: answer('2a00:1::1') }), verdict: 'pass' },
    {
      name: 'DNS failed for the addresses',
      evidence: cname('site.azurewebsites.net', { a: FAILED, aaaa: FAILED }),
      verdict: 'skip',
    },
    { name: 'no alias', evidence: dns({ a: answer('185.1.1.1') }), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ cname: FAILED }), verdict: 'skip' },
  ],
})
