import { LIBRARY_HOSTS } from '../../../data/library-hosts.ts'
import { defineCheck, type Fail, fail, skip, verdictOf } from '../../check.ts'
import { isForeign } from '../../derive/site.ts'
import { vectors } from '../../vectors.ts'

/** A version that will not move: three numbers. `@3` or `latest` are served with changing content. */
const FIXED_VERSION = /\d+\.\d+\.\d+/

export default defineCheck({
  id: 'content/sri',
  question: 'Are scripts from library hosts pinned by their hash?',
  needs: ['page', 'html'],
  cwe: 353,
  owasp_2021: ['A08:2021'],
  owasp_2025: ['A03:2025', 'A08:2025'],
  capec: [184],
  references: [
    'https://www.w3.org/TR/SRI/',
    'https://developer.mozilla.org/en-US/docs/Web/Security/Subresource_Integrity',
  ],
  distinct: ['parameter'],
  outcomes: {
    library: {
      severity: 'low',
      cvss: vectors.stolenSession,
      title: 'A library from a public host is not pinned',
      why: 'Whoever gets control of the host, or of the account that publishes there, changes the script for every visitor. The file at this address never changes by itself, so its hash can be checked.',
      fix: 'Add integrity with the file’s SHA-384 hash and crossorigin="anonymous", or serve the file yourself.',
    },
    service: {
      severity: 'info',
      title: 'A script of another party runs with full rights',
      why: 'Its owner can do in the page what the site can do. Scripts of living services change without notice and cannot be pinned by hash.',
      fix: 'Load it only on pages that need it, put it into a sandboxed frame where possible, and limit what it may reach by Content Security Policy.',
    },
  },
  run({ page, html }) {
    const foreign = html.scripts.filter(({ url }) => isForeign(url, page.url))
    if (foreign.length === 0) return skip('the page loads no scripts of others')
    return verdictOf(
      foreign
        .filter(({ integrity }) => !hasDigest(integrity))
        .map(({ url }): Fail<'library' | 'service'> => {
          const { hostname, pathname } = new URL(url!)
          const pinnable = LIBRARY_HOSTS.has(hostname) && FIXED_VERSION.test(pathname)
          return fail(pinnable ? 'library' : 'service', { url: page.url, parameter: hostname }, url!)
        }),
    )
  },
})

/** Whether one of the attribute's tokens is a digest that browsers check (SRI section 3.5). */
function hasDigest(integrity: string | null): boolean {
  return (integrity ?? '')
    .split(/\s+/)
    .some((token) => /^sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}(?:\?.*)?$/.test(token))
}
