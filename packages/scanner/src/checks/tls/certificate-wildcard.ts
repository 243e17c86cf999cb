import { defineCheck, fail, pass, skip } from '../../check.ts'

export default defineCheck({
  id: 'tls/certificate-wildcard',
  question: 'Is the certificate for named hosts only?',
  needs: ['certificates'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9525#section-7.1', 'https://alpaca-attack.com/'],
  outcomes: {
    wildcard: {
      severity: 'info',
      title: 'The certificate is good for every host of a domain',
      why: 'Whoever gets hold of its key on the least guarded of those hosts can pose as any of them.',
      fix: 'Where hosts are run by different people or on different machines, give each a certificate of its own.',
    },
  },
  run({ certificates: { url, leaf } }) {
    if (leaf.dns_names.length === 0) return skip('the certificate lists no DNS names')
    const wildcards = leaf.dns_names.filter((name) => name.startsWith('*.'))
    return wildcards.length > 0 ? fail('wildcard', url, wildcards.join(', ')) : pass(leaf.dns_names.join(', '))
  },
})
