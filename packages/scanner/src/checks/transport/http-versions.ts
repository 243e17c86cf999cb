import { defineCheck, fail, pass, skip } from '../../check.ts'
import { parseAltSvc } from '../../derive/alt-svc.ts'
import { headerValues } from '../../net/exchange.ts'

export default defineCheck({
  id: 'transport/http-versions',
  question: 'Which versions of HTTP does the site speak?',
  needs: ['page', 'handshakes'],
  once: true,
  type: 'information',
  cwe: null,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc9113', 'https://www.rfc-editor.org/rfc/rfc7838'],
  outcomes: {
    only_http1: {
      severity: 'info',
      title: 'The site speaks HTTP/1.1 only',
      why: 'That is no flaw. HTTP/2 loads pages over one connection, forbids the old TLS suites, and its frames leave no doubt about where a request ends, on which request smuggling lives.',
      fix: 'Switch HTTP/2 on, in the server and in whatever stands before it.',
      settings: { nginx: 'http2 on;', apache: 'Protocols h2 http/1.1', caddy: 'It is on by itself.' },
    },
    alternative_invalid: {
      severity: 'info',
      title: 'Alt-Svc cannot be read',
      why: 'The field offers other ways to the site, usually HTTP/3. Browsers ignore one that breaks its grammar, and stay with what they have.',
      fix: 'Send it as h3=":443"; ma=86400.',
      settings: { nginx: 'add_header Alt-Svc \'h3=":443"; ma=86400\' always;' },
    },
    alternative_elsewhere: {
      severity: 'info',
      title: 'Alt-Svc sends browsers to another host',
      why: 'Browsers then ask that host in this site’s name, for as long as ma says, also after the field is gone. It must hold this site’s certificate. Where nobody knows why it is there, somebody may have put it in.',
      fix: 'Take it out, or make sure that the host is yours; Alt-Svc: clear makes browsers forget it.',
    },
  },
  run({ page, handshakes }) {
    if (!page.secure) return skip('browsers speak HTTP/1.1 only where there is no TLS')
    const fields = headerValues(page.headers, 'alt-svc')
    const alternatives = fields.length > 0 ? parseAltSvc(fields.join(', ')) : []
    if (alternatives === null) return fail('alternative_invalid', page.url, fields.join(', '))
    const here = new URL(page.url).hostname
    const elsewhere = alternatives.find(({ host }) => host !== '' && host !== here)
    if (elsewhere) return fail('alternative_elsewhere', { url: page.url, parameter: elsewhere.host }, fields.join(', '))
    const spoken = [...handshakes.alpn, ...alternatives.map(({ protocol, port }) => `${protocol} on port ${port}`)]
    return spoken.some((name) => /^h[23]/.test(name))
      ? pass(spoken.join(', '))
      : fail('only_http1', page.url, spoken.join(', '))
  },
})
