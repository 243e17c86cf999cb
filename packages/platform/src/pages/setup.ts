import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { makeFirstOwner, needsOwner } from '../people/membership.ts'
import { faultCodeOf, fieldsOf, type Pages, passCookies, sourceOf } from './form.ts'
import { escapeHtml, faultHtml, sendPage } from './page.ts'
import { newPasswordField, passwordFault } from './passwords.ts'
import { endSession } from './session.ts'

/** `/setup?token=…`: whoever started LastHash makes the first account, once. */
export function serveSetup(app: FastifyInstance, pages: Pages): void {
  const { context } = pages

  app.get('/setup', async (request, reply) => {
    const { token } = request.query as { token?: unknown }
    if (!(await needsOwner(context))) return sendOver(reply)
    return isSetupToken(context, token) ? sendSetup(reply, { token }) : sendWithoutToken(reply)
  })

  app.post('/setup', async (request, reply) => {
    const { token, ...given } = fieldsOf(request, 'token', 'name', 'email', 'new_password')
    if (!(await needsOwner(context))) return sendOver(reply)
    if (!isSetupToken(context, token)) return sendWithoutToken(reply)
    const made = await signUp(request, reply, given, pages)
    if ('fault' in made) return sendSetup(reply, { ...given, token, fault: made.fault })
    endSession(reply, context)
    // Somebody else may have opened the link at the same moment: then the account is there and belongs to nothing.
    if (!(await makeFirstOwner(context, made.userId, sourceOf(request, pages)))) return sendOver(reply)
    return reply.redirect('/account?done=setup', 303)
  })
}

function isSetupToken({ secrets }: Pages['context'], token: unknown): token is string {
  const [given, expected] = [Buffer.from(String(token)), Buffer.from(secrets.derive('setup'))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

interface NewAccount {
  name: string
  email: string
  new_password: string
}

/** Makes an account and logs it in; else a sentence that says what is wrong. */
export async function signUp(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, email, new_password }: NewAccount,
  { people }: Pages,
): Promise<{ userId: string } | { fault: string }> {
  if (name.trim() === '') return { fault: 'Type your name.' }
  const auth = await people.auth()
  try {
    const { response, headers } = await auth.api.signUpEmail({
      body: { name: name.trim().slice(0, 200), email: email.trim(), password: new_password },
      headers: people.headersOf(request),
      returnHeaders: true,
    })
    passCookies(reply, headers)
    return { userId: response.user.id }
  } catch (error) {
    const code = faultCodeOf(error)
    if (code.startsWith('USER_ALREADY_EXISTS')) return { fault: 'There is an account with this address already.' }
    if (code === 'INVALID_EMAIL') return { fault: 'The mail address is not one.' }
    return { fault: passwordFault(code) }
  }
}

interface SetupForm extends Partial<NewAccount> {
  token: string
  fault?: string
}

function sendSetup(reply: FastifyReply, { token, name = '', email = '', fault }: SetupForm) {
  return sendPage(reply, {
    title: 'Make your account',
    status: fault ? 400 : 200,
    body: `<p>It becomes the owner of this LastHash: it may do everything, and invites the others.</p>
${faultHtml(fault)}
<form method="post" action="/setup">
<input type="hidden" name="token" value="${escapeHtml(token)}">
<label for="name">Name</label>
<input id="name" name="name" value="${escapeHtml(name)}" required maxlength="200" autofocus autocomplete="name">
<label for="email">Mail address</label>
<input id="email" name="email" type="email" value="${escapeHtml(email)}" required autocomplete="username">
${newPasswordField('Password')}
<button>Make it</button>
</form>`,
  })
}

function sendWithoutToken(reply: FastifyReply) {
  return sendPage(reply, {
    title: 'Make your account',
    status: 403,
    body: '<p>Open the link that <code>npm&nbsp;start</code> prints: it shows that it was you who started LastHash.</p>',
  })
}

function sendOver(reply: FastifyReply) {
  return sendPage(reply, {
    title: 'LastHash is set up',
    status: 410,
    body: '<p>Somebody has an account here already. Whoever is to join is invited by an owner or admin.</p><a class="button" href="/login">Log in</a>',
  })
}
