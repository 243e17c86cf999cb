import { defineCheck, fail, verdictOf } from '../../check.ts'
import { namesOf, type SuiteInUse, suitesInUse } from '../../derive/accepted-suites.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

const strong = { fix: 'Offer only cipher suites with AES-GCM or ChaCha20-Poly1305.', settings: modernTls }

/** Which outcome speaks for a suite: the worst that can be said of it, so that one suite is not told twice. */
function weaknessOf({ traits }: SuiteInUse) {
  if (traits.bits === 0) return 'plain'
  if (traits.anonymous) return 'anonymous'
  if (traits.export) return traits.key_exchange === 'DHE' ? 'export_dhe' : 'export'
  if (traits.cipher === 'RC4') return 'rc4'
  if (traits.bits < 112) return 'des'
  return traits.block === 64 ? 'small_blocks' : null
}

export default defineCheck({
  id: 'tls/cipher-weak',
  question: 'Are all ciphers that the server accepts strong?',
  needs: ['handshakes'],
  cwe: 327,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [97],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9325#section-4',
    'https://www.rfc-editor.org/rfc/rfc7465',
    'https://sweet32.info/',
    'https://www.smacktls.com/#freak',
    'https://weakdh.org/',
  ],
  outcomes: {
    plain: {
      severity: 'high',
      cvss: vectors.wiretap,
      confidence: 'confirmed',
      title: 'The server accepts connections without encryption',
      why: 'NULL suites check that nothing was changed, and hide nothing: whoever listens reads along.',
      ...strong,
    },
    anonymous: {
      severity: 'high',
      cvss: vectors.interception,
      confidence: 'confirmed',
      title: 'The server accepts connections without a certificate',
      why: 'In anonymous suites nobody proves who they are, so whoever stands in between can be the server for the client and the client for the server.',
      ...strong,
    },
    export: {
      severity: 'high',
      cvss: vectors.hardInterception,
      confidence: 'confirmed',
      title: 'The server accepts export ciphers (FREAK)',
      why: 'Their keys were made short enough to break in the nineties. An attacker in between can push clients with an old flaw onto them, factors the 512-bit key for some dollars, and reads and changes everything.',
      cve: 'CVE-2015-0204',
      ...strong,
    },
    export_dhe: {
      severity: 'high',
      cvss: vectors.hardInterception,
      confidence: 'confirmed',
      title: 'The server accepts export ciphers with Diffie-Hellman (Logjam)',
      why: 'An attacker in between can push clients onto a 512-bit group, whose logarithms take minutes once some days of work were spent on its prime, and then reads and changes everything.',
      cve: 'CVE-2015-4000',
      ...strong,
    },
    rc4: {
      severity: 'medium',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server accepts RC4',
      why: 'The key stream of RC4 is biased: what is sent again and again, such as a cookie, can be worked out from many connections.',
      cve: 'CVE-2015-2808',
      ...strong,
    },
    des: {
      severity: 'high',
      cvss: vectors.hardWiretap,
      confidence: 'confirmed',
      title: 'The server accepts ciphers with keys of 56 bits or less',
      why: 'A key of single DES can be found by trying all of them, in days and for little money.',
      ...strong,
    },
    small_blocks: {
      severity: 'medium',
      cvss: vectors.helpedWiretap,
      confidence: 'confirmed',
      title: 'The server accepts ciphers with blocks of 64 bits (Sweet32)',
      why: 'After some gigabytes two blocks of 3DES, IDEA or RC2 come out alike, and the difference of their texts shows. Long connections with a known text give a cookie away.',
      cve: 'CVE-2016-2183',
      ...strong,
    },
    cbc: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server has only ciphers in CBC mode',
      why: 'CBC suites check what they received only after decrypting it. Attacks that measure the difference (Lucky 13 and its kin) come back with each careless implementation.',
      fix: 'Put suites with AES-GCM or ChaCha20-Poly1305 first.',
      settings: modernTls,
    },
  },
  run({ handshakes }) {
    const suites = suitesInUse(handshakes)
    const url = tlsUrl(handshakes)
    const fails = [...Map.groupBy(suites, weaknessOf)].flatMap(([outcome, weak]) =>
      outcome ? [fail(outcome, url, namesOf(weak))] : [],
    )
    const sound = suites.filter((suite) => weaknessOf(suite) === null)
    if (sound.length > 0 && sound.every(({ traits }) => traits.mode === 'CBC')) {
      return [...fails, fail('cbc', url, namesOf(sound))]
    }
    return verdictOf(fails, namesOf(sound))
  },
})
