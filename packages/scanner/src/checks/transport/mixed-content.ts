import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { enforced } from '../../derive/csp.ts'
import type { Html } from '../../derive/html.ts'
import { vectors } from '../../vectors.ts'

const upgrade = {
  nginx: 'add_header Content-Security-Policy "upgrade-insecure-requests" always;',
  apache: 'Header always append Content-Security-Policy "upgrade-insecure-requests"',
  wordpress: 'Settings, General: both addresses with https://; then replace http:// in the posts (wp search-replace).',
}

export default defineCheck({
  id: 'transport/mixed-content',
  question: 'Does the secure page use only secure resources?',
  needs: ['page', 'html', 'csp'],
  cwe: 311,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: ['https://www.w3.org/TR/mixed-content/', 'https://www.w3.org/TR/upgrade-insecure-requests/'],
  outcomes: {
    active: {
      severity: 'medium',
      cvss: vectors.helpedInterception,
      title: 'The secure page loads scripts, styles or frames over plain HTTP',
      why: 'Whoever can change the unencrypted answer controls the page. Browsers that block such loads leave the page broken instead.',
      fix: 'Load these from https:// addresses. The policy upgrade-insecure-requests does it for all at once.',
      settings: upgrade,
    },
    form: {
      severity: 'medium',
      cvss: vectors.slightInterception,
      title: 'A form on the secure page sends to plain HTTP',
      why: 'What the visitor fills in leaves unencrypted, although the page looks secure.',
      fix: 'Point the form’s action to an https:// address.',
      settings: upgrade,
    },
    passive: {
      severity: 'low',
      title: 'The secure page shows images or media over plain HTTP',
      why: 'Others on the way see which pages are read, and can swap the pictures. Browsers that cannot upgrade the address show nothing.',
      fix: 'Load these from https:// addresses. The policy upgrade-insecure-requests does it for all at once.',
      settings: upgrade,
    },
  },
  run({ page, html, csp }) {
    if (!page.secure) return skip('on a page without encryption nothing is mixed')
    if (!html.is_html) return skip('the response is no HTML')
    const upgraded = enforced(csp).some(({ directives }) =>
      directives.some(({ name }) => name === 'upgrade-insecure-requests'),
    )
    if (upgraded) return skip('the policy upgrade-insecure-requests turns every address into https://')
    const of = (outcome: 'active' | 'form' | 'passive', urls: readonly (string | null)[]): Fail<typeof outcome>[] => {
      const insecure = [...new Set(urls.filter((url) => url !== null && isInsecure(url)))] as string[]
      return insecure.length > 0 ? [fail(outcome, page.url, insecure.join('\n'))] : []
    }
    return verdictOf([
      ...of('active', activeUrls(html)),
      ...of('form', formUrls(html)),
      ...of('passive', passiveUrls(html)),
    ])
  },
})

/** Elements of `media` whose content runs or is drawn as a document; the others are pictures and sound. */
const RUNS = new Set(['object', 'embed'])
const LOADING_RELS = new Set(['stylesheet', 'modulepreload', 'manifest'])

function activeUrls(html: Html): (string | null)[] {
  return [
    ...html.scripts.map(({ url }) => url),
    ...html.links.filter(({ rel }) => rel.some((one) => LOADING_RELS.has(one))).map(({ url }) => url),
    ...html.iframes.map(({ url }) => url),
    ...html.media.filter(({ element }) => RUNS.has(element)).map(({ url }) => url),
  ]
}

function formUrls(html: Html): (string | null)[] {
  return html.forms.flatMap(({ url, inputs }) => [url, ...inputs.map(({ formaction }) => formaction)])
}

function passiveUrls(html: Html): string[] {
  return [
    ...html.images.map(({ url }) => url),
    ...html.media.filter(({ element }) => !RUNS.has(element)).map(({ url }) => url),
  ]
}

/** Plain HTTP, except to this very machine, which browsers trust (Secure Contexts section 3.1). */
function isInsecure(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'http:') return false
  const loopback = /^127\.|^\[::1\]$/.test(hostname) || hostname === 'localhost' || hostname.endsWith('.localhost')
  return !loopback
}
