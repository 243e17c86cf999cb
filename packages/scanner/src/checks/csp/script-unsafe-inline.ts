import { defineCheck, fail, pass, skip } from '../../check.ts'
import { directiveText, governingAll } from '../../derive/csp.ts'
import { allowsAllInline } from '../../derive/csp-source.ts'

export default defineCheck({
  id: 'csp/script-unsafe-inline',
  question: 'Does the policy stop inline scripts?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [63],
  references: ['https://www.w3.org/TR/CSP3/#allow-all-inline', 'https://web.dev/articles/strict-csp'],
  outcomes: {
    elements: {
      severity: 'medium',
      title: 'The policy allows inline scripts',
      why: "With 'unsafe-inline' the browser cannot tell an injected <script> from the page's own, so the policy does not stop cross-site scripting.",
      fix: "Give each inline script a fresh nonce or its hash, and take 'unsafe-inline' out. It may stay beside a nonce for very old browsers: newer ones then ignore it.",
    },
    attributes: {
      severity: 'low',
      title: 'The policy allows event handler attributes',
      why: 'An injected attribute such as onerror runs as script. Injected <script> elements are stopped, so only part of the protection is lost.',
      fix: "Attach handlers with addEventListener, and take 'unsafe-inline' out of script-src-attr.",
    },
  },
  run({ page, csp }) {
    const elements = governingAll(csp, 'script-src-elem')
    if (elements.length === 0) return skip('no enforced policy governs scripts')
    const attributes = governingAll(csp, 'script-src-attr')
    if (elements.every(({ sources }) => allowsAllInline(sources, 'script')))
      return fail('elements', page.url, elements.map(directiveText).join(', '))
    if (attributes.every(({ sources }) => allowsAllInline(sources, 'script')))
      return fail('attributes', page.url, attributes.map(directiveText).join(', '))
    return pass(elements.map(directiveText).join(', '))
  },
})
