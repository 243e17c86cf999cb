import { defineCheck, fail, pass, skip } from '../../check.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'content/password-over-http',
  question: 'Are passwords asked for on encrypted pages only?',
  needs: ['page', 'html'],
  type: 'vulnerability',
  cwe: 523,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [157],
  references: [
    'https://www.w3.org/TR/secure-contexts/',
    'https://developer.mozilla.org/en-US/docs/Web/Security/Insecure_passwords',
  ],
  distinct: ['path'],
  outcomes: {
    sent: {
      severity: 'high',
      cvss: vectors.helpedInterception,
      title: 'A password is sent without encryption',
      why: 'Whoever sits between visitor and site reads the password as it is sent.',
      fix: 'Serve the whole site over HTTPS, and redirect every plain address to it.',
    },
    asked: {
      severity: 'medium',
      cvss: vectors.helpedInterception,
      title: 'A password is asked for on a page without encryption',
      why: 'The form sends to HTTPS, but whoever sits on the way can change the page before it arrives, and have the password sent to themselves.',
      fix: 'Serve the page with the form over HTTPS as well.',
    },
  },
  run({ page, html }) {
    if (!html.inputs.some(({ type }) => type === 'password')) return skip('the page asks for no password')
    if (page.secure) return pass()
    const form = html.forms.find(({ inputs }) => inputs.some(({ type }) => type === 'password'))
    return form?.url?.startsWith('https:') ? fail('asked', page.url, form.url) : fail('sent', page.url, form?.url ?? '')
  },
})
