import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, enforced, governing, governingAll } from '../../derive/csp.ts'
import { allowsAnyHost } from '../../derive/csp-source.ts'

export default defineCheck({
  id: 'csp/object-src',
  question: 'Does the policy govern <object> and <embed>?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/CSP3/#directive-object-src'],
  outcomes: {
    missing: {
      severity: 'low',
      title: 'The policy says nothing about plugins',
      why: 'Scripts are restricted, but <object> and <embed> may load anything from anywhere. In older browsers that runs script in the page; in all of them it can show foreign content as part of the site.',
      fix: "Add object-src 'none'.",
    },
    any_host: {
      severity: 'low',
      title: 'The policy allows plugins from any host',
      why: 'An <object> or <embed> may load anything from anywhere, as if the policy did not mention them. In older browsers that runs script in the page; in all of them it can show foreign content as part of the site.',
      fix: "Replace * and https: in object-src by 'none'.",
    },
  },
  run({ page, csp }) {
    if (governingAll(csp, 'script-src-elem').length === 0) return skip('no enforced policy governs scripts')
    const policies = enforced(csp)
    const governs = policies.map((policy) => governing(policy, 'object-src')).find((directive) => directive !== null)
    if (!governs) return fail('missing', page.url, policies.map(({ raw }) => raw).join(', '))
    const own = governingAll(csp, 'object-src').filter(({ name }) => name === 'object-src')
    // What default-src allows is judged where it governs scripts.
    return own.length > 0 && own.every(({ sources }) => allowsAnyHost(sources))
      ? fail('any_host', page.url, directiveText(governs))
      : pass(directiveText(governs))
  },
})
