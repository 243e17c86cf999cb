import { defineCheck, fail, pass, skip } from '../../check.ts'
import { redirectOf } from '../../derive/redirect.ts'
import type { Exchange } from '../../net/exchange.ts'
import { vectors } from '../../vectors.ts'

const redirectAll = {
  nginx: 'server { listen 80; listen [::]:80; server_name example.com; return 301 https://$host$request_uri; }',
  apache: 'RewriteEngine On\nRewriteCond %{HTTPS} off\nRewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]',
  iis: '<rule name="HTTPS" stopProcessing="true"><match url="(.*)" /><conditions><add input="{HTTPS}" pattern="off" /></conditions><action type="Redirect" url="https://{HTTP_HOST}/{R:1}" redirectType="Permanent" /></rule>',
  caddy: 'Name the site by its host, without http://: Caddy redirects by itself.',
  cloudflare: 'SSL/TLS, Edge Certificates: Always Use HTTPS.',
  django: 'SECURE_SSL_REDIRECT = True',
  rails: 'config.force_ssl = true',
}

export default defineCheck({
  id: 'transport/http-redirect',
  question: 'Does plain HTTP lead straight to HTTPS?',
  needs: ['page', 'plain'],
  cwe: 319,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: [
    'https://www.rfc-editor.org/rfc/rfc6797#section-7.2',
    'https://infosec.mozilla.org/guidelines/web_security#http-redirections',
  ],
  once: true,
  outcomes: {
    missing: {
      severity: 'medium',
      cvss: vectors.slightInterception,
      title: 'Plain HTTP does not lead to HTTPS',
      why: 'The site can be used over HTTPS, but whoever types its name or follows an old link stays on the unencrypted copy, where pages can be read and changed on the way.',
      fix: 'Answer every plain request with a permanent redirect to the same address over HTTPS.',
      settings: redirectAll,
    },
    late: {
      severity: 'low',
      title: 'Plain HTTP reaches HTTPS by a detour over plain HTTP',
      why: 'Each further unencrypted hop is one more chance to send the visitor elsewhere.',
      fix: 'Redirect to HTTPS in the first answer, and only then to the final host or path.',
      settings: redirectAll,
    },
    other_host: {
      severity: 'low',
      title: 'Plain HTTP leads to another host before this one is secured',
      why: 'The browser never sees this host over HTTPS, so it cannot learn the HSTS policy for it. The first request of each visit stays open to an attacker.',
      fix: 'Redirect http://host to https://host first, and from there to the other host.',
      settings: redirectAll,
    },
    temporary: {
      severity: 'info',
      title: 'The redirect to HTTPS is temporary',
      why: 'Browsers do not remember a temporary redirect, and search engines may keep the plain address.',
      fix: 'Use status 301 or 308 for the redirect to HTTPS.',
      settings: redirectAll,
    },
  },
  run({ page, plain }) {
    if (!page.secure) return skip('the site has no HTTPS to lead to: transport/https tells that')
    const [first] = plain.exchanges
    if (!first) return skip('nothing answers over plain HTTP')
    const hops = plain.exchanges.map((exchange) => ({ exchange, to: redirectOf(exchange) }))
    const secured = hops.find(({ to }) => to?.protocol === 'https:')
    if (!secured) return servesPage(plain.exchanges) ? fail('missing', first) : pass(`status ${first.response.status}`)
    if (secured.exchange !== first) return fail('late', first, first.response.headers.find(isLocation)?.[1])
    if (secured.to!.hostname !== new URL(first.request.url).hostname) return fail('other_host', first, secured.to!.href)
    const { status } = first.response
    return status === 301 || status === 308 ? pass(secured.to!.href) : fail('temporary', first, String(status))
  },
})

/** A plain refusal (4xx, 5xx) gives nothing away; a page, or an endless run of plain redirects, does. */
function servesPage(exchanges: readonly Exchange[]): boolean {
  return exchanges.at(-1)!.response.status < 400
}

function isLocation([name]: readonly [string, string]): boolean {
  return name.toLowerCase() === 'location'
}
