import { defineCheck, fail, pass, skip } from '../../check.ts'
import { renew } from '../../remedy-tls.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/certificate-revoked',
  question: 'Does the authority still stand by the certificate?',
  needs: ['certificates', 'revocations'],
  type: 'vulnerability',
  cwe: 299,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6960', 'https://www.rfc-editor.org/rfc/rfc5280#section-5'],
  outcomes: {
    revoked: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      confidence: 'confirmed',
      title: 'The certificate was revoked',
      why: 'Its authority withdrew it, as a rule because the private key got into other hands. Browsers that ask refuse the site; with those that do not, whoever has the key can pose as it.',
      fix: 'Find out why it was revoked, make a new key, and get a new certificate for it.',
      settings: renew,
    },
  },
  run({ certificates: { url }, revocations }) {
    const revoked = revocations.find(({ status }) => status === 'revoked')
    if (revoked) return fail('revoked', url, `${revoked.kind}: ${revoked.detail}`)
    const good = revocations.find(({ status }) => status === 'good')
    if (good) return pass(`${good.kind}: ${good.detail}`)
    const reasons = revocations.map(({ kind, detail }) => `${kind}: ${detail}`).join('; ')
    return skip(`no source could tell: ${reasons}`)
  },
})
