import { DISTRUSTED_AUTHORITIES } from '../../../data/distrusted-authorities.ts'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import { renew } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/certificate-distrusted',
  question: 'Does the certificate come from an authority that browsers still believe?',
  needs: ['certificates'],
  cwe: 295,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://wiki.mozilla.org/CA',
    'https://security.googleblog.com/2024/06/sustaining-digital-certificate-security.html',
  ],
  outcomes: {
    distrusted: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      title: 'The certificate comes from an authority that browsers no longer believe',
      why: 'The authority broke the rules so badly that browsers took it off their lists, or refuse what it has issued since. Visitors are warned off.',
      fix: 'Get a certificate from another authority.',
      settings: renew,
    },
  },
  run({ certificates: { url, leaf, chain, path } }) {
    if (leaf.self_signed) return skip('nobody else signed the certificate')
    // OpenSSL puts a backslash before a comma inside a name.
    const issuers = path.map((place) => chain[place]!.issuer.replaceAll('\\', ''))
    const authority = DISTRUSTED_AUTHORITIES.find(
      ({ organisations, from }) =>
        (from === null || leaf.not_before >= from) &&
        organisations.some((name) => issuers.some((issuer) => `, ${issuer}, `.includes(`, O=${name}, `))),
    )
    return authority ? fail('distrusted', url, authority.name) : pass(issuers.at(-1) ?? '')
  },
})
