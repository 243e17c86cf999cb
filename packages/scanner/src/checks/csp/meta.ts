import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { enforced } from '../../derive/csp.ts'

export default defineCheck({
  id: 'csp/meta',
  question: 'Does all of a policy in <meta> take effect?',
  needs: ['page', 'csp'],
  cwe: 693,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://www.w3.org/TR/CSP3/#meta-element',
    'https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy',
  ],
  outcomes: {
    not_in_head: {
      severity: 'low',
      title: 'Browsers ignore the policy in <meta>',
      why: 'A policy counts only in the head of the document, and never inside a template. This one protects nothing.',
      fix: 'Send the policy as a header, or move the element to the start of the head.',
    },
    report_only: {
      severity: 'info',
      title: 'A report-only policy in <meta> has no effect',
      why: 'Report-only policies work as a header only. No reports will come.',
      fix: 'Send Content-Security-Policy-Report-Only as a header.',
    },
    protection: {
      severity: 'low',
      title: 'The policy in <meta> has a directive that works in a header only',
      why: 'Browsers ignore frame-ancestors and sandbox in <meta>, so the page can still be framed, or runs without its sandbox.',
      fix: 'Send frame-ancestors and sandbox in the Content-Security-Policy header.',
    },
    reporting: {
      severity: 'info',
      title: 'The policy in <meta> names a report address that is ignored',
      why: 'Browsers ignore report-uri in <meta>. No reports will come.',
      fix: 'Send the policy as a header.',
    },
  },
  run({ page, csp }) {
    const metas = csp.policies.filter(({ from }) => from === 'meta')
    if (metas.length === 0) return skip('there is no policy in <meta>')
    const inHeaders = new Set(
      enforced(csp)
        .filter(({ from }) => from === 'header')
        .flatMap(({ directives }) => directives.map(({ name }) => name)),
    )
    return verdictOf(
      metas.flatMap((policy): Fail<'not_in_head' | 'report_only' | 'protection' | 'reporting'>[] => {
        if (policy.ignored)
          return [fail(policy.disposition === 'report' ? 'report_only' : 'not_in_head', page.url, policy.raw)]
        return policy.not_for_meta
          .filter((name) => !inHeaders.has(name))
          .map((name) => fail(name === 'report-uri' ? 'reporting' : 'protection', page.url, policy.raw))
      }),
    )
  },
})
