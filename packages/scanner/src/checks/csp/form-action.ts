import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, enforced, governing, governingAll } from '../../derive/csp.ts'

export default defineCheck({
  id: 'csp/form-action',
  question: 'Does the policy say where forms may be sent?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#directive-form-action'],
  outcomes: {
    missing: {
      severity: 'info',
      title: 'The policy lets forms be sent anywhere',
      why: 'Where scripts are stopped, an injected form can still ask visitors for a password and send it away. default-src does not cover forms.',
      fix: "Add form-action 'self' and the hosts that forms of the site are sent to.",
    },
  },
  run({ page, csp }) {
    if (governingAll(csp, 'script-src-elem').length === 0) return skip('no enforced policy governs scripts')
    const policies = enforced(csp)
    const governs = policies.map((policy) => governing(policy, 'form-action')).find((directive) => directive !== null)
    return governs ? pass(directiveText(governs)) : fail('missing', page.url, policies.map(({ raw }) => raw).join(', '))
  },
})
