import { type FastifyInstance, fastify } from 'fastify'
import manifest from '../../package.json' with { type: 'json' }
import type { Context } from '../context.ts'
import { openApi } from '../http/openapi.ts'
import type { Route } from '../http/route.ts'
import { checkPages } from './checks.ts'
import { sendDocument } from './document.ts'
import { errorsHtml } from './errors.ts'
import { serveManual } from './manual/serve.ts'
import { sendPage } from './page.ts'

/** Everything comes from this server: no font, no proxy, no telemetry, no assistant of anybody else's. */
const PLAYGROUND = {
  url: '/openapi.json',
  // Where the page came from, whatever PUBLIC_URL says: the only place that its policy lets it speak to.
  servers: [{ url: '/' }],
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

/** The playground knows how much of the window a bar above it takes. */
const BAR_STYLE =
  ':root{--scalar-custom-header-height:44px}body{margin:0}.manual{position:sticky;top:0;z-index:100;box-sizing:border-box;height:44px;padding:0 24px;display:flex;align-items:center;gap:20px;overflow-x:auto;white-space:nowrap;background:#0d1628;font:14px/1 system-ui,sans-serif}.manual a{color:#c9d3e6;text-decoration:none}.manual a:hover,.manual a[aria-current]{color:#fff}.manual a:first-child{color:#fff;font-weight:600}'

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>LastHash API</title>
<style>${BAR_STYLE}</style></head>
<body><nav class="manual" aria-label="Documentation"><a href="/docs/start">LastHash</a><a href="/docs/quick-start">Quick start</a><a href="/docs/start">Docs</a><a href="/docs" aria-current="page">API</a><a href="/docs/checks">Checks</a><a href="/docs/errors">Errors</a></nav>
<div id="app"></div><noscript>The playground needs JavaScript. The API is described at <a href="/openapi.json">/openapi.json</a>.</noscript>
<script src="/docs/scalar.js"></script><script src="/docs/start.js"></script></body>
</html>
`

/** The manual, `/openapi.json` from the routes themselves, the playground, the page that each error's `type` points to, the catalogue. */
export function serveDocs(app: FastifyInstance, context: Context, routes: readonly Route[]): void {
  const { config } = context
  serveManual(app, context)
  // Made when first asked for: the start is quicker, and PUBLIC_URL is settled by then.
  let document: string | undefined
  const errors = errorsHtml()
  // Made when first asked for: most processes never are.
  let made: ReturnType<typeof checkPages> | undefined
  const checks = () => (made ??= checkPages())
  app.get('/', (_, reply) => reply.redirect('/docs/start', 302))
  app.get('/openapi.json', (_, reply) => {
    document ??= JSON.stringify(openApi(routes, config.publicUrl, manifest.version))
    reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-cache').send(document)
  })
  app.get('/docs', (_, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PLAYGROUND_CSP)
      .send(PAGE),
  )
  app.get('/docs/start.js', (_, reply) => reply.header('content-type', 'text/javascript; charset=utf-8').send(START))
  app.get('/docs/errors', (_, reply) => sendDocument(reply, errors))
  app.get('/docs/checks', (_, reply) => sendDocument(reply, checks().list))
  app.get<{ Params: { family: string; name: string } }>('/docs/checks/:family/:name', ({ params }, reply) => {
    const page = checks().pages.get(`${params.family}/${params.name}`)
    return page
      ? sendDocument(reply, page)
      : sendPage(reply, {
          status: 404,
          title: 'No such check',
          body: '<p>All of them are listed under <a href="/docs/checks">Checks</a>.</p>',
        })
  })
  let script: Promise<Buffer> | undefined
  app.get('/docs/scalar.js', async (_, reply) => {
    script ??= playgroundScript()
    reply.header('content-type', 'text/javascript; charset=utf-8').header('cache-control', 'max-age=3600')
    return await script
  })
}

/** The plugin carries the script as a text, which needs 30 MB of memory: loaded when it is first asked for. */
async function playgroundScript(): Promise<Buffer> {
  const server = fastify()
  server.register(import('@scalar/fastify-api-reference'), {
    routePrefix: '/',
    configuration: { url: '/openapi.json' },
    logLevel: 'silent',
  })
  const { rawPayload } = await server.inject('/js/scalar.js')
  await server.close()
  return rawPayload
}
