import { defineCheck, fail, pass, skip } from '../../check.ts'
import { vectors } from '../../vectors.ts'

/** Digests for which two inputs with one value can be, or have been, made. */
const BROKEN = new Set(['md2', 'md4', 'md5'])

export default defineCheck({
  id: 'tls/certificate-signature',
  question: 'Are the certificates signed with a sound digest?',
  needs: ['certificates'],
  cwe: 328,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc6194',
    'https://www.rfc-editor.org/rfc/rfc6151',
    'https://shattered.io/',
  ],
  outcomes: {
    md5: {
      severity: 'high',
      cvss: vectors.hardInterception,
      title: 'A certificate is signed with MD5',
      why: 'Certificates with a forged MD5 signature have been made and used in attacks. Browsers refuse such certificates.',
      fix: 'Get a new certificate, signed with SHA-256.',
    },
    sha1: {
      severity: 'medium',
      cvss: vectors.helpedInterception,
      title: 'A certificate is signed with SHA-1',
      why: 'Two documents with one SHA-1 value can be made for the price of a small car. Browsers refuse such certificates.',
      fix: 'Get a new certificate, signed with SHA-256.',
    },
  },
  run({ certificates: { url, chain, path } }) {
    // The signature of a self-signed certificate proves nothing, so a weak one loses nothing.
    const judged = path.map((index) => chain[index]!).filter((one) => !one.self_signed)
    if (judged.length === 0) return skip('nobody else signed the certificate')
    const broken = judged.find(({ signature }) => BROKEN.has(signature.digest ?? ''))
    if (broken) return fail('md5', url, `${broken.signature.digest}: ${broken.subject}`)
    const weak = judged.find(({ signature }) => signature.digest === 'sha1')
    return weak ? fail('sha1', url, `sha1: ${weak.subject}`) : pass(judged[0]!.signature.digest ?? '')
  },
})
