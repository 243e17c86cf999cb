import { defineCheck, fail, pass, skip } from '../../check.ts'
import { sendChain } from '../../remedy-tls.ts'

export default defineCheck({
  id: 'tls/certificate-chain-order',
  question: 'Does each certificate of the chain certify the one before it?',
  needs: ['certificates'],
  cwe: null,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://www.rfc-editor.org/rfc/rfc5246#section-7.4.2',
    'https://www.rfc-editor.org/rfc/rfc8446#section-4.4.2',
  ],
  outcomes: {
    disordered: {
      severity: 'info',
      title: 'The certificate chain is out of order',
      why: 'Browsers sort it out. Strict TLS 1.2 clients, embedded ones above all, may refuse the connection.',
      fix: 'Send the site’s certificate first, then the one that signed it, and so on.',
      settings: sendChain,
    },
    strangers: {
      severity: 'info',
      title: 'The server sends certificates that do not belong to the chain',
      why: 'They make every handshake longer, and are often what is left of a renewal that was half done.',
      fix: 'Send the site’s certificate and its intermediates, and nothing else.',
      settings: sendChain,
    },
  },
  run({ certificates: { url, chain, path } }) {
    if (chain.length === 1) return skip('the server sends one certificate only')
    const subjects = chain.map(({ subject }) => subject).join('\n')
    if (path.some((place, index) => index > 0 && place < path[index - 1]!)) return fail('disordered', url, subjects)
    return path.length < chain.length ? fail('strangers', url, subjects) : pass(subjects)
  },
})
