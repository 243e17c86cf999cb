import { defineCheck, fail, pass } from '../../check.ts'
import type { Certificate } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

const RSA_BITS = 2048 // the least that CA/Browser Forum and NIST SP 800-131A allow
const EC_BITS = 224 // 112 bits of strength, the least of NIST SP 800-131A

export default defineCheck({
  id: 'tls/certificate-key',
  question: 'Are the keys of the certificates long enough?',
  needs: ['certificates'],
  cwe: 326,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://csrc.nist.gov/pubs/sp/800/131/a/r2/final',
    'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  ],
  outcomes: {
    rsa: {
      severity: 'high',
      cvss: vectors.hardInterception,
      title: 'The RSA key of a certificate is too short',
      why: 'Keys below 2048 bits are within reach of well-equipped attackers. With the private key worked out, they can pose as the site.',
      fix: 'Make a new key, RSA with 2048 bits or more or an elliptic curve such as P-256, and get a certificate for it.',
    },
    ec: {
      severity: 'high',
      cvss: vectors.hardInterception,
      title: 'The elliptic curve of a certificate is too small',
      why: 'Curves below 224 bits give less than 112 bits of strength. With the private key worked out, an attacker can pose as the site.',
      fix: 'Make a new key on the curve P-256 and get a certificate for it.',
    },
    dsa: {
      severity: 'high',
      cvss: vectors.hardInterception,
      title: 'A certificate has a DSA key',
      why: 'Browsers gave up DSA years ago, most of its keys are too short, and one bad random number gives the private key away.',
      fix: 'Make a new key on the curve P-256, or RSA with 2048 bits or more, and get a certificate for it.',
    },
  },
  run({ certificates: { url, leaf, chain, path } }) {
    // A root is trusted for what it is; its key was judged by those who let it into the list.
    const judged = path.map((index) => chain[index]!).filter((one) => one === leaf || !one.self_signed)
    for (const { key, subject } of judged) {
      const outcome = weakness(key)
      if (outcome) return fail(outcome, url, `${key.type} ${key.bits ?? ''} ${key.curve ?? ''}: ${subject}`)
    }
    return pass(`${leaf.key.type} ${leaf.key.bits ?? ''}`.trim())
  },
})

function weakness({ type, bits }: Certificate['key']): 'rsa' | 'ec' | 'dsa' | null {
  if (type === 'dsa') return 'dsa'
  if (bits === null) return null
  if (type === 'ec') return bits < EC_BITS ? 'ec' : null
  return (type === 'rsa' || type === 'rsa-pss') && bits < RSA_BITS ? 'rsa' : null
}
