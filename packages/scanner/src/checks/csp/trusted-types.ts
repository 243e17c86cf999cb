import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, enforced } from '../../derive/csp.ts'

export default defineCheck({
  id: 'csp/trusted-types',
  question: 'Are Trusted Types, where they are named, enforced?',
  needs: ['page', 'csp'],
  cwe: 79,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: ['https://www.w3.org/TR/trusted-types/'],
  outcomes: {
    not_required: {
      severity: 'info',
      title: 'Trusted Types are named but not required',
      why: 'The directive trusted-types only limits which policies may be made. Without require-trusted-types-for, strings still reach innerHTML and its kin.',
      fix: "Add require-trusted-types-for 'script'.",
    },
    any_policy: {
      severity: 'info',
      title: 'Any Trusted Types policy may be made',
      why: 'With * any script may declare a policy that lets everything pass, which takes most of the value away.',
      fix: 'Name the policies that the site makes.',
    },
  },
  run({ page, csp }) {
    const directives = enforced(csp).flatMap((policy) => policy.directives)
    const names = directives.find(({ name }) => name === 'trusted-types')
    const required = directives.find(
      ({ name, tokens }) =>
        name === 'require-trusted-types-for' && tokens.some((token) => token.toLowerCase() === "'script'"),
    )
    if (!names) return required ? pass(directiveText(required)) : skip('the site does not use Trusted Types')
    if (!required) return fail('not_required', page.url, directiveText(names))
    return names.tokens.includes('*') ? fail('any_policy', page.url, directiveText(names)) : pass(directiveText(names))
  },
})
