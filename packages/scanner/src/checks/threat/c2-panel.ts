import { C2_PANELS } from '../../../data/c2-panels.ts'
import { defineCheck, fail, pass } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'

export default defineCheck({
  id: 'threat/c2-panel',
  question: 'Is the site no desk from which attacks are commanded?',
  needs: ['page', 'html'],
  type: 'threat',
  cwe: 506,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A08:2025'],
  references: ['https://attack.mitre.org/tactics/TA0011/'],
  outcomes: {
    panel: {
      severity: 'high',
      title: 'The log-in of a tool for commanding attacks can be reached',
      why: 'Such tools steer broken machines, or send phishing mails. If nobody of yours runs it for a test that was agreed on, somebody else runs it on your server.',
      fix: 'Find out who set it up. Where it belongs to an agreed test, keep it behind a VPN; else treat the server as broken into.',
    },
  },
  run({ page, html }) {
    const panel = C2_PANELS.find(({ title, markup, header }) => {
      if (header) return header[1].test(headerValue(page.headers, header[0]) ?? '')
      if (!html.is_html || (title && !title.test(html.title ?? ''))) return false
      return markup ? markup.test(page.body.slice(0, 100_000)) : true
    })
    return panel
      ? fail('panel', { url: page.url, parameter: panel.name }, html.title ?? panel.name)
      : pass(html.title ?? '')
  },
})
