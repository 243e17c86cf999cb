import { defineCheck, fail, pass, skip } from '../../check.ts'
import { tlsUrl } from '../../derive/certificates.ts'

export default defineCheck({
  id: 'tls/server-name',
  question: 'Do clients that send no server name get the site, too?',
  needs: ['handshakes'],
  type: 'information',
  cwe: null,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6066#section-3'],
  outcomes: {
    required: {
      severity: 'info',
      title: 'Clients that send no server name do not get the site',
      why: 'Every browser since 2011 sends one. Some monitoring tools, devices and old programs do not, and fail.',
      fix: 'Make the site the default one of its address, if such clients matter.',
      settings: { nginx: 'listen 443 ssl default_server;', apache: 'Put the site’s VirtualHost first.' },
    },
  },
  run({ handshakes }) {
    const { server_name } = handshakes
    if (!server_name) return skip('the site has no name, or its certificate cannot be read without one')
    return server_name.without === 'same' ? pass() : fail('required', tlsUrl(handshakes), server_name.without)
  },
})
