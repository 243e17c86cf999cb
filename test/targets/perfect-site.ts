import { randomBytes } from 'node:crypto'
import { createSecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { type Certificate, makeChain } from '../../packages/scanner/test/certificates.ts'
import { type DnsServer, startDnsServer, type Zone } from '../../packages/scanner/test/dns-server.ts'
import { ZoneSigner } from '../../packages/scanner/test/dnssec-zone.ts'

export const PERFECT_HOST = 'perfect.example'
const DAY = 86_400_000 // milliseconds

export interface PerfectSite {
  url: string
  /** PEM of the authority that signed its certificate. */
  authority: string
  dnsServer: string
  close(): Promise<void>
}

/** Forward secrecy and authenticated encryption only. */
const CIPHERS = 'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE+AESGCM:ECDHE+CHACHA20'

export const perfectHeaders = (): Record<string, string> => ({
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})

export const PERFECT_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Perfect</title><link rel="stylesheet" href="/site.css">
<script src="/site.js" defer></script></head>
<body><h1>Perfect</h1><p><a href="/about">About</a> <a href="https://example.org/" target="_blank" rel="noopener">Friends</a></p>
<form action="/search" method="get"><input name="q" type="search"><button>Search</button></form></body></html>`

/** A site on which nothing is wrong, with a zone to match: name, certificate chain, headers, cookies, mail policy, security.txt. */
export async function startPerfectSite(): Promise<PerfectSite> {
  const now = Date.now()
  const { root, intermediate, leaf } = makeChain({
    names: [PERFECT_HOST],
    not_before: new Date(now - 5 * DAY),
    not_after: new Date(now + 60 * DAY),
  })
  const server = createSecureServer(
    { allowHTTP1: true, key: leaf.key, cert: leaf.cert + intermediate.cert, minVersion: 'TLSv1.2', ciphers: CIPHERS },
    (request, response) => {
      const { pathname } = new URL(request.url!, 'https://perfect.example')
      const send = (status: number, type: string, body: string, more = {}) =>
        response
          .writeHead(status, { ...perfectHeaders(), 'Content-Type': type, ...more })
          .end(request.method === 'HEAD' ? '' : body)
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        return send(405, 'text/plain; charset=utf-8', 'Method not allowed\n', { Allow: 'GET, HEAD' })
      }
      if (pathname === '/') {
        return send(200, 'text/html; charset=utf-8', PERFECT_PAGE, {
          'Set-Cookie': `__Host-session=${randomBytes(18).toString('base64url')}; Path=/; Secure; HttpOnly; SameSite=Lax`,
        })
      }
      if (pathname === '/.well-known/security.txt') return send(200, 'text/plain; charset=utf-8', perfectSecurityTxt())
      if (pathname === '/robots.txt') return send(200, 'text/plain; charset=utf-8', 'User-agent: *\nAllow: /\n')
      return send(
        404,
        'text/html; charset=utf-8',
        '<!doctype html><html lang="en"><title>Not found</title><h1>Not found</h1></html>',
      )
    },
  )
  const open = new Set<TLSSocket>()
  server.on('secureConnection', (socket: TLSSocket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const dns = await startPerfectZone()
  return {
    url: `https://${PERFECT_HOST}:${port}/`,
    authority: pem(root),
    dnsServer: dns.address,
    async close() {
      for (const socket of open) socket.destroy()
      await Promise.all([new Promise((resolve) => server.close(resolve)), dns.close()])
    },
  }
}

export function perfectSecurityTxt(): string {
  return [
    'Contact: mailto:security@perfect.example',
    `Expires: ${new Date(Date.now() + 200 * DAY).toISOString().slice(0, 19)}Z`,
    'Preferred-Languages: en',
    '',
  ].join('\n')
}

function pem({ cert }: Certificate): string {
  return cert
}

/** Mail that nobody can forge, certificates that only one authority may issue, two name servers, all of it signed. */
export function startPerfectZone(): Promise<DnsServer> {
  const zone: Zone = {
    [PERFECT_HOST]: {
      A: ['127.0.0.1'],
      AAAA: ['::1'],
      NS: ['ns1.perfect.example', 'ns2.perfect.example'],
      MX: [{ preference: 10, exchange: 'mail.perfect.example' }],
      TXT: ['v=spf1 mx -all'],
      CAA: [
        { tag: 'issue', value: 'ca.example.net' },
        { tag: 'iodef', value: 'mailto:security@perfect.example' },
      ],
      SOA: [
        {
          mname: 'ns1.perfect.example',
          rname: 'hostmaster.perfect.example',
          serial: 2026011501,
          refresh: 7200,
          retry: 3600,
          expire: 1209600,
          minimum: 3600,
        },
      ],
    },
    'ns1.perfect.example': { A: ['198.51.100.1'] },
    'ns2.perfect.example': { A: ['203.0.113.1'] },
    'mail.perfect.example': { A: ['198.51.100.2'] },
    '_dmarc.perfect.example': { TXT: ['v=DMARC1; p=reject; rua=mailto:dmarc@perfect.example'] },
    '_mta-sts.perfect.example': { TXT: ['v=STSv1; id=20260115000000'] },
    '_smtp._tls.perfect.example': { TXT: ['v=TLSRPTv1; rua=mailto:tls@perfect.example'] },
    // nobody's address (RFC 5737), so that the policy is not asked for: this machine's port 443 is not ours
    'mta-sts.perfect.example': { A: ['198.51.100.3'] },
  }
  return startDnsServer(zone, [new ZoneSigner(PERFECT_HOST)])
}
