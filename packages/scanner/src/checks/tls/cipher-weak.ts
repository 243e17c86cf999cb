import { defineCheck, fail, pass } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { modernTls } from '../../remedy-tls.ts'

/** Words of a suite's IANA name that mean no secrecy worth the name: none, crippled for export, unauthenticated, or broken. */
const BROKEN = new Set(['NULL', 'EXPORT', 'EXPORT1024', 'anon', 'RC4', 'RC2', 'DES', 'DES40', '3DES', 'IDEA'])

export default defineCheck({
  id: 'tls/cipher-weak',
  question: 'Does a current browser get a strong cipher?',
  needs: ['tls'],
  cwe: 327,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [97],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9325#section-4',
    'https://www.rfc-editor.org/rfc/rfc7465',
    'https://sweet32.info/',
  ],
  outcomes: {
    broken: {
      severity: 'high',
      confidence: 'confirmed',
      title: 'The server chooses a broken cipher',
      why: 'It was offered strong ciphers and took one that can be read or forged: without encryption, crippled for export, RC4, or with blocks of 64 bits.',
      fix: 'Offer only cipher suites with AES-GCM or ChaCha20-Poly1305.',
      settings: modernTls,
    },
    cbc: {
      severity: 'low',
      confidence: 'confirmed',
      title: 'The server chooses a cipher in CBC mode',
      why: 'CBC suites check what they received only after decrypting it. Attacks that measure the difference (Lucky 13 and its kin) come back with each careless implementation.',
      fix: 'Put suites with AES-GCM or ChaCha20-Poly1305 first.',
      settings: modernTls,
    },
  },
  run({ tls }) {
    const name = tls.cipher.standard_name
    const words = name.split('_')
    if (words.some((word) => BROKEN.has(word))) return fail('broken', tlsUrl(tls), name)
    return words.includes('CBC') ? fail('cbc', tlsUrl(tls), name) : pass(name)
  },
})
