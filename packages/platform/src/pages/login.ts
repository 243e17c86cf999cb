import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../errors.ts'
import { auditAccountChange } from '../people/audit.ts'
import { AUTH_PATH, OIDC_PROVIDER } from '../people/auth.ts'
import { joinByProvider } from '../people/membership.ts'
import { addressOf } from '../people/person.ts'
import { faultCodeOf, fieldsOf, type Pages, passCookies, sourceOf, statusOf } from './form.ts'
import { escapeHtml, faultHtml, sendPage } from './page.ts'
import { beginSession, callersOf, endSession, safeNext } from './session.ts'

/** What the way back from the provider may say, by its code. */
const PROVIDER_FAULTS: Record<string, string> = {
  access_denied: 'The log-in was broken off.',
  account_not_linked:
    'There is an account with this address here already. Log in with its password and confirm the address in your account; after that the provider will do.',
  signup_disabled: 'There is no account with this address here.',
}

/** `/login` with address and password, through the OpenID provider or with an API key, and `/logout`. */
export function serveLogin(app: FastifyInstance, pages: Pages): void {
  const { context, authenticator, people } = pages
  const { config } = context

  app.get('/login', async (request, reply) => {
    const { next: asked, error } = request.query as { next?: unknown; error?: unknown }
    const next = safeNext(asked)
    const fault =
      typeof error === 'string'
        ? (PROVIDER_FAULTS[error] ?? 'The log-in through the provider did not succeed. Try again.')
        : undefined
    if (await people.personOf(request)) return reply.redirect(next === '/login' ? '/account' : next, 303)
    if (fault !== undefined || (await callersOf(request, pages)).length === 0)
      return sendForm(reply, { next, fault, pages })
    return next === '/login' ? sendLoggedIn(reply) : reply.redirect(next, 303)
  })

  app.post('/login', async (request, reply) => {
    const { email, password, api_key, next } = fieldsOf(request, 'email', 'password', 'api_key', 'next')
    return email || password
      ? logInPerson(request, reply, { email, password, next: safeNext(next) })
      : logInByKey(request, reply, { key: api_key.trim(), next: safeNext(next) })
  })

  async function logInPerson(
    request: FastifyRequest,
    reply: FastifyReply,
    { email, password, next }: { email: string; password: string; next: string },
  ) {
    const address = addressOf(request, context)
    const auth = await people.auth()
    try {
      await pages.throttle.begin(address, email)
      const { response, headers } = await auth.api.signInEmail({
        body: { email: email.trim(), password },
        headers: people.headersOf(request),
        returnHeaders: true,
      })
      passCookies(reply, headers)
      // The second factor has its own count, which a right password must not set back.
      if ('twoFactorRedirect' in response) return reply.redirect(`/login/code?next=${encodeURIComponent(next)}`, 303)
      await pages.throttle.succeed(address, email)
      endSession(reply, context)
      await auditAccountChange(context, {
        userId: response.user.id,
        operation: 'logIn',
        ...sourceOf(request, pages),
      })
      return reply.redirect(next === '/login' ? '/account' : next, 303)
    } catch (error) {
      if (error instanceof ApiError && error.code === 'rate_limited') {
        reply.headers(error.extras.headers ?? {})
        return sendForm(reply, { next, email, fault: error.message, status: statusOf(error.code), pages })
      }
      faultCodeOf(error)
      return sendForm(reply, { next, email, fault: 'The address or the password is wrong.', status: 401, pages })
    }
  }

  async function logInByKey(
    request: FastifyRequest,
    reply: FastifyReply,
    { key, next }: { key: string; next: string },
  ) {
    try {
      await authenticator.authenticate(`Bearer ${key}`, { address: addressOf(request, context) })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const fault = error.code === 'missing_api_key' ? 'Type an API key.' : error.message
      reply.headers(error.code === 'rate_limited' ? (error.extras.headers ?? {}) : {})
      return sendForm(reply, { next, keyFault: fault, status: statusOf(error.code), pages })
    }
    beginSession(reply, context, key)
    return reply.redirect(next, 303)
  }

  app.post('/logout', async (request, reply) => {
    if (people.hasCookie(request)) {
      const auth = await people.auth()
      const { headers } = await auth.api.signOut({ headers: people.headersOf(request), returnHeaders: true })
      passCookies(reply, headers)
    }
    endSession(reply, context)
    return reply.redirect('/login', 303)
  })

  if (!config.oidc) return

  // A link and not a form: browsers hold what a form leads to against `form-action` as well.
  app.get('/login/oidc', async (request, reply) => {
    const next = safeNext((request.query as { next?: unknown }).next)
    const auth = await people.auth()
    const { response, headers } = await auth.api.signInSocial({
      body: {
        provider: OIDC_PROVIDER,
        callbackURL: next === '/login' ? '/account' : next,
        errorCallbackURL: `/login?next=${encodeURIComponent(next)}`,
        disableRedirect: true,
      },
      headers: people.headersOf(request),
      returnHeaders: true,
    })
    passCookies(reply, headers)
    return reply.redirect(String(response.url), 303)
  })

  app.get(`${AUTH_PATH}/callback/${OIDC_PROVIDER}`, async (request, reply) => {
    const auth = await people.auth()
    const url = new URL(request.url, config.publicUrl)
    const answer = await auth.handler(new Request(url, { headers: people.headersOf(request) }))
    passCookies(reply, answer.headers)
    const to = new URL(answer.headers.get('location') ?? '/login', config.publicUrl)
    const userId = await joinByProvider(context, answer.headers)
    if (userId) await auditAccountChange(context, { userId, operation: 'logIn', ...sourceOf(request, pages) })
    return reply.redirect(to.origin === url.origin ? to.pathname + to.search : '/login', 303)
  })
}

interface Form {
  next: string
  email?: string
  fault?: string | undefined
  /** About the key, where the form for it is opened. */
  keyFault?: string
  status?: number
  pages: Pages
}

function sendForm(reply: FastifyReply, { next, email = '', fault, keyFault, status, pages }: Form) {
  const { oidc } = pages.context.config
  const described = (hint: string, wrong: unknown) => `aria-describedby="${hint}${wrong ? ' fault' : ''}"`
  const to = `<input type="hidden" name="next" value="${escapeHtml(next)}">`
  return sendPage(reply, {
    title: 'Log in',
    status,
    body: `${faultHtml(fault ?? keyFault)}
<form method="post" action="/login">
${to}
<label for="email">Mail address</label>
<input id="email" name="email" type="email" value="${escapeHtml(email)}" required ${keyFault ? '' : 'autofocus '}autocomplete="username">
<label for="password">Password</label>
<input id="password" name="password" type="password" required autocomplete="current-password" ${described('forgotten', fault)}>
<p class="hint" id="forgotten"><a href="/password">Forgotten?</a></p>
<button>Log in</button>
</form>
${oidc ? `<a class="button" href="/login/oidc?next=${encodeURIComponent(next)}">Log in through ${escapeHtml(new URL(oidc.issuer).hostname)}</a>` : ''}
<details${keyFault ? ' open' : ''}><summary>With an API key</summary>
<form method="post" action="/login">
${to}
<label for="api_key">API key</label>
<input id="api_key" name="api_key" type="password" required ${keyFault ? 'autofocus ' : ''}autocomplete="off" spellcheck="false" ${described('hint', keyFault)}>
<p class="hint" id="hint">It was shown when it was made: the first one by <code>npm&nbsp;start</code>.</p>
<button>Log in with the key</button>
</form></details>`,
  })
}

function sendLoggedIn(reply: FastifyReply) {
  return sendPage(reply, {
    title: 'You are logged in',
    body: `<p>Reports open in this browser now. The API is tried out at <a href="/docs">/docs</a>.</p>
<form method="post" action="/logout"><button>Log out</button></form>`,
  })
}
