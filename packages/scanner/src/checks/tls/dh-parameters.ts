import { COMMON_PRIMES } from '../../../data/dh-primes.ts'
import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

const TINY = 1024 // bits; logarithms below have been taken by universities
const ENOUGH = 2048 // bits: 112 bits of strength, the least of NIST SP 800-131A

const dhSettings = {
  nginx: 'Leave DHE suites out of ssl_ciphers, or: openssl dhparam -out dh.pem 2048; ssl_dhparam dh.pem;',
  apache: 'SSLOpenSSLConfCmd DHParameters /path/dh.pem  (made by: openssl dhparam -out dh.pem 2048)',
  iis: 'Set ServerMinKeyBitLength to 2048 below HKLM\\System\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\KeyExchangeAlgorithms\\Diffie-Hellman.',
}

export default defineCheck({
  id: 'tls/dh-parameters',
  question: 'Are the groups for Diffie-Hellman large enough?',
  needs: ['handshakes'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://weakdh.org/', 'https://www.rfc-editor.org/rfc/rfc9325#section-4.2'],
  outcomes: {
    tiny: {
      severity: 'high',
      cvss: vectors.hardInterception,
      confidence: 'confirmed',
      title: 'The server uses Diffie-Hellman with less than 1024 bits',
      why: 'Logarithms in groups this small are worked out on a rented machine, so that whoever records a connection can read it.',
      fix: 'Use groups of 2048 bits or more, or ECDHE only.',
      settings: dhSettings,
    },
    common: {
      severity: 'medium',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server uses a 1024-bit group that many others use (Logjam)',
      why: 'The costly part of the attack is done once for each prime. For those that thousands of servers share, states are thought to have done it.',
      fix: 'Use a group of 2048 bits or more, or ECDHE only.',
      settings: dhSettings,
      cve: 'CVE-2015-4000',
    },
    weak: {
      severity: 'medium',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server uses Diffie-Hellman with less than 2048 bits',
      why: 'Such groups give less than 112 bits of strength, which is within reach of those who record much and have much money.',
      fix: 'Use a group of 2048 bits or more, or ECDHE only.',
      settings: dhSettings,
    },
  },
  run({ handshakes }) {
    const { dh } = handshakes
    if (dh.length === 0) return skip('the server does no Diffie-Hellman in finite fields')
    const worst = dh.reduce((a, b) => (b.bits < a.bits ? b : a))
    const known = COMMON_PRIMES.get(worst.prime_sha256)
    const seen = known ? `${worst.bits} bits, ${known}` : `${worst.bits} bits`
    const url = tlsUrl(handshakes)
    if (worst.bits < TINY) return fail('tiny', url, seen)
    if (worst.bits >= ENOUGH) return pass(seen)
    return fail(known ? 'common' : 'weak', url, seen)
  },
})
