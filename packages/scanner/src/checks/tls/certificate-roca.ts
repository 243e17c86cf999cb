import { defineCheck, fail, pass, skip } from '../../check.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/certificate-roca',
  question: 'Were the RSA keys made by a sound generator?',
  needs: ['certificates'],
  type: 'vulnerability',
  cwe: 310,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://crocs.fi.muni.cz/public/papers/rsa_ccs17', 'https://nvd.nist.gov/vuln/detail/CVE-2017-15361'],
  outcomes: {
    marked: {
      severity: 'high',
      cvss: vectors.hardInterception,
      title: 'An RSA key was made by a chip that makes weak ones (ROCA)',
      why: 'The primes of such keys follow a pattern, by which the private key can be worked out: with 1024 bits for some dollars, with 2048 for some thousands.',
      fix: 'Make a new key outside the chip, or update its firmware and make a new one, and get a certificate for it.',
      cve: 'CVE-2017-15361',
    },
  },
  run({ certificates: { url, chain, path } }) {
    const own = path.map((place) => chain[place]!)
    const marked = own.find(({ key }) => key.roca)
    if (marked) return fail('marked', url, `${marked.key.bits} bits: ${marked.subject}`)
    return own.some(({ key }) => key.type.startsWith('rsa')) ? pass() : skip('the chain has no RSA key')
  },
})
