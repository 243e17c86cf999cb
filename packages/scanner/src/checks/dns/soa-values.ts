import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

const DAY = 86_400 // seconds
const LEAST_EXPIRE = 7 * DAY // a long weekend and the days to notice; RFC 1912 section 2.2 would have two to four weeks
const MOST_NEGATIVE = DAY // RFC 2308 section 5: more was found to be a nuisance

export default defineCheck({
  id: 'dns/soa-values',
  question: 'Do the times in the SOA record make sense?',
  needs: ['dns'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc1912#section-2.2',
    'https://www.rfc-editor.org/rfc/rfc2308#section-5',
  ],
  outcomes: {
    expire_short: {
      severity: 'info',
      title: 'Secondary name servers give up too soon',
      why: 'When the primary is down for longer than expire, the secondaries stop answering as well and the domain is gone. It matters where secondaries copy the zone by transfer.',
      fix: 'Set expire to between 1209600 and 2419200 seconds, two to four weeks.',
    },
    retry_long: {
      severity: 'info',
      title: 'Secondary name servers try again later than they refresh',
      why: 'After a failed refresh they wait for the retry time, which should be a fraction of the refresh time.',
      fix: 'Set retry to less than refresh, 7200 seconds or so.',
    },
    negative_long: {
      severity: 'info',
      title: 'Missing names are remembered for more than a day',
      why: 'The last number of the SOA record says how long resolvers remember that a name does not exist. A record that is added takes that long to be seen.',
      fix: 'Set the last number to between 300 and 86400 seconds.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns, dns.soa)
    if (reason) return skip(reason)
    const [soa] = dns.soa.records
    if (!soa) return skip('DNS shows no SOA record at the domain')
    const place = dnsPlace(dns.domain, 'SOA')
    const faults: Fail<'expire_short' | 'retry_long' | 'negative_long'>[] = []
    if (soa.expire < LEAST_EXPIRE || soa.expire <= soa.refresh + soa.retry) {
      faults.push(fail('expire_short', place, `expire ${soa.expire}`))
    }
    if (soa.retry > soa.refresh) faults.push(fail('retry_long', place, `refresh ${soa.refresh}, retry ${soa.retry}`))
    if (soa.minttl > MOST_NEGATIVE) faults.push(fail('negative_long', place, `minimum ${soa.minttl}`))
    return verdictOf(faults, `${soa.refresh} ${soa.retry} ${soa.expire} ${soa.minttl}`)
  },
})
