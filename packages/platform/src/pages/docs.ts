import type { FastifyInstance } from 'fastify'
import manifest from '../../package.json' with { type: 'json' }
import type { Context } from '../context.ts'
import { ERRORS } from '../errors.ts'
import { openApi } from '../http/openapi.ts'
import type { Route } from '../http/route.ts'

/** Everything comes from this server: no font, no proxy, no telemetry, no assistant of anybody else's. */
const PLAYGROUND = {
  url: '/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  persistAuth: false,
  documentDownloadType: 'json',
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
}
const START = `Scalar.createApiReference('#app', ${JSON.stringify(PLAYGROUND)})\n`

/** The playground sets styles on elements, which no nonce can allow; scripts are our own files only. */
const PLAYGROUND_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const PAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>LastHash API</title></head>
<body><div id="app"></div><noscript>The playground needs JavaScript. The API is described at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/scalar/js/scalar.js"></script><script src="/docs/start.js"></script></body>
</html>
`

/** `/openapi.json` from the routes themselves, the playground at `/docs`, and the page that each error's `type` points to. */
export function serveDocs(app: FastifyInstance, { config }: Context, routes: readonly Route[]): void {
  const document = JSON.stringify(openApi(routes, config.publicUrl, manifest.version))
  const errors = errorsPage()
  app.get('/', (_, reply) => reply.redirect('/docs', 302))
  app.get('/openapi.json', (_, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-cache').send(document),
  )
  app.get('/docs', (_, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PLAYGROUND_CSP)
      .send(PAGE),
  )
  app.get('/docs/start.js', (_, reply) => reply.header('content-type', 'text/javascript; charset=utf-8').send(START))
  app.get('/docs/errors', (_, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', PAGE_CSP).send(errors),
  )
  // The plugin brings the playground's script with it, and serves that from here.
  app.register(import('@scalar/fastify-api-reference'), {
    routePrefix: '/docs/scalar',
    configuration: { url: '/openapi.json' },
    logLevel: 'silent',
  })
}

function errorsPage(): string {
  const rows = Object.entries(ERRORS)
    .sort(([, a], [, b]) => a.status - b.status)
    .map(
      ([code, { status, title, retryable, explanation }]) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td><strong>${title}.</strong> ${explanation.replaceAll(/`([^`]+)`/g, (_, text: string) => `<code>${text.replaceAll('<', '&lt;')}</code>`)}</td><td>${retryable ? 'yes' : 'no'}</td></tr>`,
    )
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Errors of the LastHash API</title>
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
tr:target { background: color-mix(in srgb, #f5b400 25%, transparent) }
code { font: .9em ui-monospace, monospace }
@media (max-width: 40rem) { th:nth-child(4), td:nth-child(4) { display: none } td code { overflow-wrap: anywhere } }
</style></head>
<body>
<h1>Errors</h1>
<p>Every error is an <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problem document, <code>application/problem+json</code>. <code>code</code> tells programs what is wrong, <code>detail</code> tells people, <code>errors</code> names each wrong field, and <code>request_id</code> is what we need to look into it.</p>
<table><thead><tr><th>Code</th><th>Status</th><th>When, and what to do</th><th>Retry</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
</body>
</html>
`
}
