import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'tls/ticketbleed',
  question: 'Does the server repeat no more of a session id than it was sent?',
  needs: ['handshakes'],
  type: 'vulnerability',
  cwe: 200,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://filippo.io/Ticketbleed/', 'https://my.f5.com/manage/s/article/K05121675'],
  outcomes: {
    vulnerable: {
      severity: 'high',
      cvss: vectors.data,
      confidence: 'confirmed',
      title: 'The server fills up session ids with its memory (Ticketbleed)',
      why: 'Each resumed connection carries up to 31 bytes of the load balancer’s memory, among them parts of other visitors’ sessions and keys.',
      fix: 'Update the load balancer’s firmware, or switch session tickets off in its SSL profile.',
      cve: 'CVE-2016-9244',
    },
  },
  run({ handshakes }) {
    const { ticketbleed } = handshakes
    if (ticketbleed === 'unknown') return skip('the answers prove neither')
    return ticketbleed === 'vulnerable' ? fail('vulnerable', tlsUrl(handshakes)) : pass()
  },
})
