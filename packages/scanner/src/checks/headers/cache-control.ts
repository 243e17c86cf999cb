import { defineCheck, fail, pass, skip } from '../../check.ts'
import { isSharedCacheable } from '../../derive/cache-control.ts'
import { stored } from '../../derive/cookies.ts'
import { headerValue } from '../../net/exchange.ts'
import { setHeader } from '../../remedy.ts'

const settings = setHeader('Cache-Control', 'no-store')

export default defineCheck({
  id: 'headers/cache-control',
  question: 'Are personal responses kept out of shared caches?',
  needs: ['page', 'html', 'cookies'],
  cwe: 524,
  owasp_2021: ['A04:2021'],
  owasp_2025: ['A06:2025'],
  capec: [204],
  references: [
    'https://www.rfc-editor.org/rfc/rfc9111#section-3',
    'https://www.rfc-editor.org/rfc/rfc9111#section-7.3',
  ],
  outcomes: {
    session: {
      severity: 'medium',
      title: 'Shared caches may keep a response that sets a session cookie',
      why: 'A proxy or CDN that keeps the response hands the same session to everyone who asks for the page after the first visitor.',
      fix: 'Send Cache-Control: private or no-store with every response that sets a session cookie, or stop setting it on pages that are cached.',
      settings,
    },
    log_in: {
      severity: 'info',
      title: 'Shared caches may keep a page that asks for a password',
      why: 'Such pages often hold a token for one visitor. From a cache it reaches the wrong people, and log-ins fail.',
      fix: 'Send Cache-Control: no-store with pages that ask for a password.',
      settings,
    },
  },
  run({ page, html, cookies }) {
    const session = stored(cookies).find(({ role, url }) => role === 'session' && url === page.url)
    const asks = html.inputs.some(({ type }) => type === 'password')
    if (!session && !asks) return skip('nothing on the page is meant for one visitor only')
    const raw = headerValue(page.headers, 'cache-control') ?? ''
    if (!isSharedCacheable(page.headers)) return pass(raw)
    return session ? fail('session', page.url, raw) : fail('log_in', page.url, raw)
  },
})
