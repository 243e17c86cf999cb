import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { unjudgeable } from '../../derive/dns-place.ts'
import { parseStsPolicy } from '../../derive/mta-sts.ts'

const DAY = 86_400 // seconds

export default defineCheck({
  id: 'dns/mta-sts-policy',
  question: 'Does the MTA-STS policy protect mail to the domain?',
  needs: ['dns', 'mail_policy'],

  cwe: 319,
  owasp_2021: ['A05:2021', 'A02:2021'],
  owasp_2025: ['A02:2025', 'A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc8461#section-3.2'],

  outcomes: {
    unreachable: {
      severity: 'medium',
      title: 'The MTA-STS policy cannot be fetched',
      why: 'The record in DNS promises a policy, and at its place there is none that may be used. Sending servers go on without, so that mail can be read and changed on its way.',
      fix: 'Serve the policy at https://mta-sts.<domain>/.well-known/mta-sts.txt, with a valid certificate, status 200, and no redirect.',
    },
    invalid: {
      severity: 'medium',
      title: 'The MTA-STS policy cannot be read',
      why: 'Sending servers pass over a policy that breaks its grammar, so mail may go in plain text.',
      fix: 'Write version: STSv1, mode:, max_age: and one mx: for each mail server, each on a line.',
    },
    mx_missing: {
      severity: 'medium',
      title: 'A mail server is not in the MTA-STS policy',
      why: 'Senders that keep to the policy do not deliver to a server that it does not name: mail is late, or lost.',
      fix: 'Add an mx: line for each mail server.',
    },
    not_enforced: {
      severity: 'info',
      title: 'The MTA-STS policy is not enforced',
      why: 'With mode: testing or none senders deliver in plain text all the same.',
      fix: 'Once TLS reports show no failures, set mode: enforce and change the id of the record.',
    },
    short: {
      severity: 'low',
      title: 'The MTA-STS policy is forgotten within a day',
      why: 'Senders remember the policy for max_age seconds. An attacker need only keep them from it for that long.',
      fix: 'Set max_age to between 604800 and 31557600 seconds.',
    },
  },
  run({ dns, mail_policy }) {
    const reason = unjudgeable(dns, dns.mx, dns.mta_sts)
    if (reason) return skip(reason)
    const { sts } = mail_policy
    if (!sts) return skip('the domain has no MTA-STS record')
    if (sts.refused) return skip('the policy lies at an address that is not connected to')
    const { exchange, url, error, trust_error } = sts
    if (!exchange) return fail('unreachable', url, error ?? '')
    const place = { url, method: 'GET', exchange }
    if (exchange.response.status !== 200) return fail('unreachable', place, `${exchange.response.status}`)
    if (trust_error !== null) return fail('unreachable', place, trust_error)
    const policy = parseStsPolicy(exchange.response.body)
    if (!policy) return fail('invalid', place, exchange.response.body.slice(0, 200))
    const missing = dns.mx.records.map(({ exchange }) => exchange).filter((name) => name !== '' && !policy.allows(name))
    const fails: Fail<'mx_missing' | 'not_enforced' | 'short'>[] = [
      ...(policy.mode !== 'none' ? missing.map((name): Fail<'mx_missing'> => fail('mx_missing', place, name)) : []),
      ...(policy.mode !== 'enforce' ? [fail('not_enforced' as const, place, `mode: ${policy.mode}`)] : []),
      ...(policy.mode !== 'none' && policy.max_age < DAY
        ? [fail('short' as const, place, `max_age: ${policy.max_age}`)]
        : []),
    ]
    return verdictOf<'mx_missing' | 'not_enforced' | 'short' | 'unreachable' | 'invalid'>(fails, `mode: ${policy.mode}`)
  },
})
