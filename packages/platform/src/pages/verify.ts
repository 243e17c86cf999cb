import multipart from '@fastify/multipart'
import { examine, judge, type Verdict } from '@lasthash/bundle'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { publishedKey } from '../resources/signing-keys/store.ts'
import { escapeHtml, sendPage, setBrand } from './page.ts'

const LIMIT = 64 * 1024 * 1024 // bytes of a bundle that is verified here; larger ones are for the command line
const AT_ONCE = 2 // uploads held in memory
const KEYS_PATH = '/.well-known/lasthash-signing-keys/:kid'

/** Whose a key is, and a page on which anybody verifies a bundle: no account, no script. */
export function serveVerification(app: FastifyInstance, { database, brands }: Context): void {
  let busy = 0
  app.get<{ Params: { kid: string } }>(KEYS_PATH, async ({ params }, reply) => {
    const key = await publishedKey(database.app, params.kid)
    reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' })
    if (!key) return reply.code(404).send({ title: 'There is no such key.', status: 404 })
    return reply.send(key)
  })
  app.register(async (pages) => {
    await pages.register(multipart, { limits: { fileSize: LIMIT, files: 1, fields: 0 } })
    pages.addHook('preHandler', async (request, reply) => setBrand(reply, await brands.ofHost(request.headers.host)))
    pages.get('/verify', (_, reply) => sendPage(reply, { title: TITLE, body: FORM }))
    pages.post('/verify', { bodyLimit: LIMIT + 4_096 }, async (request, reply) => {
      if (busy >= AT_ONCE)
        return sendPage(reply, {
          status: 503,
          title: TITLE,
          body: `<p class="fault" role="alert">Other bundles are being verified. Try again in a moment.</p>${FORM}`,
        })
      busy++
      try {
        const file = request.isMultipart() ? await request.file() : undefined
        const bytes = await file?.toBuffer()
        if (!bytes || bytes.length === 0)
          return sendPage(reply, {
            status: 400,
            title: TITLE,
            body: `<p class="fault" role="alert">Choose a file.</p>${FORM}`,
          })
        const wholeness = examine(bytes)
        const kid = wholeness.manifest?.kid
        const key = kid === undefined ? undefined : await publishedKey(database.app, kid)
        const verdict = judge(wholeness, key ? [key] : [])
        return sendPage(reply, { status: 200, title: TITLE, body: verdictHtml(verdict) + FORM, wide: true })
      } catch (error) {
        if ((error as { code?: string }).code !== 'FST_REQ_FILE_TOO_LARGE') throw error
        return sendPage(reply, {
          status: 413,
          title: TITLE,
          body: `<p class="fault" role="alert">The file has more than 64 MiB. Verify it by <code>npx lasthash verify FILE</code>.</p>${FORM}`,
        })
      } finally {
        busy--
      }
    })
  })
}

const TITLE = 'Verify a bundle of evidence'
const FORM = `<form method="post" action="/verify" enctype="multipart/form-data">
<p>Choose the file, or drop it onto the field. It is looked at, and not kept. The same on your own machine: <code>npx lasthash verify FILE</code></p>
<label for="file">The bundle, a .tar file</label>
<input id="file" name="file" type="file" required>
<button>Verify</button>
</form>
`

function verdictHtml(verdict: Verdict): string {
  const { manifest } = verdict
  const rows: [string, string][] = manifest
    ? [
        ['Bundle', manifest.id],
        ['Made on', manifest.created_at],
        ['Says it was made by', manifest.issuer],
        ['About', aboutOf(manifest.subject)],
        ['Files', String(manifest.entries.length)],
        ['Signed by', manifest.kid],
      ]
    : []
  if (verdict.genuine)
    rows.push(['The key belongs to', `${verdict.key.organization.name} (${verdict.key.organization.id})`])
  const says = verdict.genuine
    ? '<p class="notice" role="status" id="verdict"><strong>Genuine.</strong> Not a byte was changed since this server signed it.</p>'
    : `<p class="fault" role="alert" id="verdict"><strong>Not genuine.</strong> ${escapeHtml(verdict.detail)}</p>`
  const unsure = verdict.genuine ? '' : '<p>Rely on none of what follows: it is what the file says of itself.</p>'
  const list = rows.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')
  return `${says}${rows.length > 0 ? `${unsure}<dl>${list}</dl>` : ''}`
}

function aboutOf(subject: Record<string, unknown>): string {
  const { framework, scope } = subject as { framework?: { name?: unknown }; scope?: { name?: unknown } }
  return [framework?.name, scope?.name].filter((one) => typeof one === 'string').join(', ')
}
