import { defineCheck, fail, pass, skip } from '../../check.ts'

export default defineCheck({
  id: 'content/inline-handler',
  question: 'Is code kept out of attributes?',
  needs: ['page', 'html'],
  type: 'information',
  cwe: 1021,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP#inline_javascript'],
  outcomes: {
    handlers: {
      severity: 'info',
      title: 'Elements carry code in their attributes',
      why: 'Handlers such as onclick run only where the Content Security Policy allows inline code, which then runs injected code as well.',
      fix: 'Attach the handlers by addEventListener in a script file, and keep unsafe-inline out of the policy.',
    },
  },
  run({ page, html }) {
    if (!html.is_html) return skip('the response is no HTML')
    const { inlineHandlers } = html
    if (inlineHandlers.length === 0) return pass()
    const { element, name, code } = inlineHandlers[0]!
    return fail('handlers', page.url, `${inlineHandlers.length}, the first: <${element} ${name}="${code}">`)
  },
})
