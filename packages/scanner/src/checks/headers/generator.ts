import { defineCheck, type Fail, fail, verdictOf } from '../../check.ts'
import { headerValue } from '../../net/exchange.ts'

/** A word that is a release by itself, as in `WordPress 6.4.2` or `Hugo 0.120.4-DEV`. */
const RELEASE = /^v?\d+\.\d/

export default defineCheck({
  id: 'headers/generator',
  question: 'Does the software behind the pages keep its version to itself?',
  needs: ['page', 'html'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [170],
  references: ['https://html.spec.whatwg.org/multipage/semantics.html#meta-generator'],
  outcomes: {
    version: {
      severity: 'info',
      title: 'The generator’s version is told',
      why: 'When a flaw becomes known, attackers look up who runs that version and go there first.',
      fix: 'Take the generator out of header and page, or at least its version.',
      settings: {
        wordpress: "remove_action('wp_head', 'wp_generator');",
        nginx: 'proxy_hide_header X-Generator;',
        apache: 'Header always unset X-Generator',
      },
    },
  },
  run({ page, html }) {
    const told: { parameter: string; value: string }[] = [
      { parameter: 'X-Generator', value: headerValue(page.headers, 'x-generator') ?? '' },
      ...html.metas
        .filter(({ name }) => name?.toLowerCase() === 'generator')
        .map(({ content }) => ({ parameter: 'meta generator', value: content ?? '' })),
    ]
    const fails: Fail<'version'>[] = told
      .filter(({ value }) => value.split(/[\s;,()/]+/).some((word) => RELEASE.test(word)))
      .map(({ parameter, value }) => fail('version', { url: page.url, parameter }, value))
    return verdictOf(fails)
  },
})
