import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED, NXDOMAIN } from '../../../test/dns-evidence.ts'
import check from './dmarc-receivers.ts'

const receiver = (reply: ReturnType<typeof answer<string>>) => ({
  ...dns(),
  mail_policy: {
    sts: null,
    bimi: answer<string>(),
    receivers: [{ receiver: 'reports.test', name: 'site.test._report._dmarc.reports.test', answer: reply }],
  },
})

testCheck(check, {
  fires: [
    { name: 'no record', evidence: receiver(NXDOMAIN), outcome: 'unauthorised', seen: 'reports.test' },
    { name: 'another record', evidence: receiver(answer('v=spf1 -all')), outcome: 'unauthorised' },
  ],
  silent: [
    { name: 'welcome', evidence: receiver(answer('v=DMARC1')), verdict: 'pass' },
    { name: 'DNS failed', evidence: receiver(FAILED), verdict: 'skip' },
  ],
})
