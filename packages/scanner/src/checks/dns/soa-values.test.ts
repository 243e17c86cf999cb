import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './soa-values.ts'

const soa = (refresh: number, retry: number, expire: number, minttl: number) =>
  dns({
    soa: answer({ nsname: 'ns1.site.test', hostmaster: 'a.site.test', serial: 1, refresh, retry, expire, minttl }),
  })

testCheck(check, {
  fires: [
    {
      name: 'gives up after half an hour',
      evidence: soa(900, 900, 1_800, 60),
      outcome: 'expire_short',
      seen: 'expire 1800',
    },
    {
      name: 'refreshes less often than it gives up',
      evidence: soa(2_000_000, 1, 1_209_600, 60),
      outcome: 'expire_short',
    },
    {
      name: 'retry above refresh',
      evidence: soa(3_600, 7_200, 1_209_600, 3_600),
      outcome: 'retry_long',
      seen: 'refresh 3600, retry 7200',
    },
    {
      name: 'a week of not knowing',
      evidence: soa(7_200, 900, 1_209_600, 604_800),
      outcome: 'negative_long',
      seen: 'minimum 604800',
    },
  ],
  silent: [
    { name: 'the values of RFC 1912', evidence: soa(43_200, 7_200, 2_419_200, 86_400), verdict: 'pass' },
    { name: 'those of a large provider', evidence: soa(10_000, 2_400, 604_800, 1_800), verdict: 'pass' },
    { name: 'those of RIPE-203', evidence: soa(86_400, 7_200, 3_600_000, 172_800 / 2), verdict: 'pass' },
    { name: 'no SOA', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ soa: FAILED }), verdict: 'skip' },
  ],
})
