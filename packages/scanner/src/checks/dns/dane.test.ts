import { testCheck } from '../../../test/check-table.ts'
import { answer, dns } from '../../../test/dns-evidence.ts'
import { dnssec, withoutDnssec } from '../../../test/dnssec-zone.ts'
import check from './dane.ts'

const HASH = 'ab'.repeat(32)
type Record = { usage: number; selector: number; matching: number; data: string }
const set = (host: string, port: number, ...records: Record[]) => ({
  host,
  port,
  name: `_${port}._tcp.${host}`,
  answer: answer(...records),
})
const record = (usage: number, more: Partial<Record> = {}): Record => ({
  usage,
  selector: 1,
  matching: 1,
  data: HASH,
  ...more,
})
const dane = (web: Record[], mail: Record[] = [], host = 'mail.site.test') => ({
  ...dns(),
  ...dnssec(),
  dane: { web: set('site.test', 443, ...web), mail: [set(host, 25, ...mail)] },
})

testCheck(check, {
  fires: [
    { name: 'without DNSSEC', evidence: { ...dane([record(3)]), ...withoutDnssec() }, outcome: 'unsigned' },
    { name: 'a hash of the wrong length', evidence: dane([record(3, { data: 'ab' })]), outcome: 'malformed' },
    { name: 'a usage that there is not', evidence: dane([record(7)]), outcome: 'malformed' },
    { name: 'mail by authorities', evidence: dane([], [record(1)]), outcome: 'mail_usage' },
  ],
  silent: [
    { name: '3 1 1', evidence: dane([record(3)], [record(3)]), verdict: 'pass' },
    {
      name: 'the whole certificate',
      evidence: dane([record(3, { selector: 0, matching: 0, data: '30820122' })]),
      verdict: 'pass',
    },
    { name: 'the web by authorities', evidence: dane([record(1)]), verdict: 'pass' },
    {
      name: 'mail at a provider, whose zone is not ours',
      evidence: { ...dane([], [record(3)], 'mx.provider.test'), ...withoutDnssec() },
      verdict: 'pass',
    },
    { name: 'none', evidence: dane([]), verdict: 'skip' },
  ],
})
