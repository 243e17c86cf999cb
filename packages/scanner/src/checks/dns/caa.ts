import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { caaPolicy } from '../../derive/caa.ts'
import { dnsPlace, unjudgeable } from '../../derive/dns-place.ts'

export default defineCheck({
  id: 'dns/caa',
  question: 'Does DNS say which authorities may issue certificates for the host?',
  needs: ['dns'],
  cwe: 295,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc8659'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'No CAA record',
      why: 'Any of the public certificate authorities may issue for this host. A flaw or a fraud at any one of them is enough for a certificate in strange hands.',
      fix: 'Publish CAA records that name the authorities in use.',
      settings: { bind: '@ IN CAA 0 issue "letsencrypt.org"' },
    },
    unrestricted: {
      severity: 'info',
      title: 'CAA records that restrict nobody',
      why: 'There are CAA records, but none with the tag issue, so any authority may still issue.',
      fix: 'Add an issue record for each authority in use.',
      settings: { bind: '@ IN CAA 0 issue "letsencrypt.org"' },
    },
    malformed: {
      severity: 'low',
      title: 'A CAA record breaks its grammar',
      why: 'An issue record that cannot be read allows nobody, so the next renewal may fail; others are passed over.',
      fix: 'Write the host name of the authority, followed by parameters parted by semicolons; and addresses for reports as mailto: or https:.',
    },
    unknown_critical: {
      severity: 'low',
      title: 'A critical CAA tag that authorities do not know',
      why: 'Authorities must not issue when they meet a critical tag that they do not know, so the next renewal may fail.',
      fix: 'Correct the tag, or set its flags to 0.',
    },
  },
  run({ dns }) {
    const reason = unjudgeable(dns)
    if (reason) return skip(reason)
    const { name, records, failed } = caaPolicy(dns)
    if (failed !== null) return skip(`DNS gave no answer for ${failed}`)
    if (name === null) return fail('missing', dnsPlace(dns.name, 'CAA'))
    const place = dnsPlace(name, 'CAA')
    const faults = records.flatMap(
      ({ tag, value, valid, known, critical }): Fail<'malformed' | 'unknown_critical'>[] => {
        if (!known && critical) return [fail('unknown_critical', place, `${tag} "${value}"`)]
        return valid ? [] : [fail('malformed', place, `${tag} "${value}"`)]
      },
    )
    const open = records.some(({ tag }) => tag === 'issue') ? [] : [fail('unrestricted', place, records[0]!.tag)]
    return verdictOf<'malformed' | 'unknown_critical' | 'unrestricted'>(
      [...faults, ...open],
      records.map(({ tag, value }) => `${tag} "${value}"`).join('\n'),
    )
  },
})
