import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Branding } from '../branding.ts'
import type { Context } from '../context.ts'
import { ApiError, ERRORS } from '../errors.ts'
import type { Authenticator } from '../http/authenticate.ts'
import { escapeHtml, sendPage } from './page.ts'
import { addressOf, beginSession, endSession, requireOwnOrigin, safeNext, sessionOf } from './session.ts'

const FORM_LIMIT = 8_192 // bytes

/** `/login` with an API key, and `/logout`. */
export function serveLogin(app: FastifyInstance, context: Context, authenticator: Authenticator): void {
  app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )

    pages.get('/login', async (request, reply) => {
      const next = safeNext((request.query as { next?: unknown }).next)
      const caller = await sessionOf(request, context, authenticator)
      const brand = caller
        ? await context.brands.of(caller.organizationId)
        : await context.brands.ofHost(request.headers.host)
      if (!caller) return sendForm(reply, { brand, next })
      return next === '/login' ? sendLoggedIn(reply, brand) : reply.redirect(next, 303)
    })

    pages.post('/login', async (request, reply) => {
      requireOwnOrigin(request, context)
      const { api_key = '', next } = (request.body ?? {}) as { api_key?: string; next?: string }
      const key = api_key.trim()
      try {
        await authenticator.authenticate(`Bearer ${key}`, addressOf(request, context))
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        const fault = error.code === 'missing_api_key' ? 'Type an API key.' : error.message
        reply.headers(error.code === 'rate_limited' ? (error.extras.headers ?? {}) : {})
        const brand = await context.brands.ofHost(request.headers.host)
        return sendForm(reply, { brand, next: safeNext(next), fault, status: ERRORS[error.code].status })
      }
      beginSession(reply, context, key)
      return reply.header('cache-control', 'no-store').redirect(safeNext(next), 303)
    })

    pages.post('/logout', async (request, reply) => {
      requireOwnOrigin(request, context)
      endSession(reply, context)
      return reply.header('cache-control', 'no-store').redirect('/login', 303)
    })
  })
}

function sendForm(
  reply: FastifyReply,
  { brand, next, fault, status }: { brand: Branding; next: string; fault?: string; status?: number },
) {
  return sendPage(reply, {
    brand,
    title: 'Log in',
    status,
    body: `${fault ? `<p class="fault" role="alert" id="fault">${escapeHtml(fault)}</p>` : ''}
<form method="post" action="/login">
<input type="hidden" name="next" value="${escapeHtml(next)}">
<label for="api_key">API key</label>
<input id="api_key" name="api_key" type="password" required autofocus autocomplete="current-password" spellcheck="false" aria-describedby="hint${fault ? ' fault' : ''}">
<p class="hint" id="hint">It was shown when it was made: the first one by <code>npm&nbsp;start</code>.</p>
<button>Log in</button>
</form>`,
  })
}

function sendLoggedIn(reply: FastifyReply, brand: Branding) {
  return sendPage(reply, {
    brand,
    title: 'You are logged in',
    body: `<p>Reports open in this browser now. The API is tried out at <a href="/docs">/docs</a>.</p>
<form method="post" action="/logout"><button>Log out</button></form>`,
  })
}
