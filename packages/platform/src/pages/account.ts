import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../errors.ts'
import { auditAccountChange } from '../people/audit.ts'
import { sendsMail } from '../people/mail.ts'
import { addressOf, type Person } from '../people/person.ts'
import { endSessionsOf, type OpenSession, openSessionsOf, ownPasswordOf } from '../people/sessions.ts'
import { faultCodeOf, fieldsOf, type Pages, passCookies, sourceOf } from './form.ts'
import { escapeHtml, faultHtml, sendPage } from './page.ts'
import { newPasswordField } from './passwords.ts'

const DONE: Record<string, string> = {
  setup: 'Your account is made. From now on log in with it.',
  joined: 'Welcome. You have joined.',
  password: 'The password is changed, and every other log-in has ended.',
  'two-factor': 'From now on a log-in takes a code as well.',
  'two-factor-off': 'A log-in takes the password alone again.',
  sessions: 'That log-in has ended.',
  mail: 'A link is on its way to your address.',
  verified: 'Your address is confirmed.',
}
const FAULTS: Record<string, string> = {
  password: 'The password is wrong.',
  length: 'The new password is too short or too long.',
  link: 'The link is not valid any more.',
  often: 'Too many tries. Try again in a quarter of an hour.',
  other: 'That did not succeed. Try again.',
}

/** `/account`: what a person sees and changes of their own log-in. */
export function serveAccount(app: FastifyInstance, pages: Pages): void {
  const { context, people, throttle } = pages

  app.get('/account', async (request, reply) => {
    const person = await people.personOf(request)
    if (!person) return reply.redirect('/login?next=/account', 303)
    if (person.cookies.length > 0) reply.header('set-cookie', person.cookies)
    const { done, fault } = request.query as { done?: string; fault?: string }
    return sendAccount(reply, {
      person,
      sessions: await openSessionsOf(context, person.id),
      hasPassword: await ownPasswordOf(context, person.id),
      mails: sendsMail(context.config),
      done: Object.hasOwn(DONE, done ?? '') ? DONE[done!] : undefined,
      fault: Object.hasOwn(FAULTS, fault ?? '') ? FAULTS[fault!] : undefined,
    })
  })

  /** Whoever is logged in; everybody else is sent to the log-in. */
  const post = (path: string, act: (person: Person, request: FastifyRequest, reply: FastifyReply) => Promise<string>) =>
    app.post(path, async (request, reply) => {
      const person = await people.personOf(request)
      if (!person) return reply.redirect('/login?next=/account', 303)
      try {
        return reply.redirect(await act(person, request, reply), 303)
      } catch (error) {
        if (error instanceof ApiError && error.code === 'rate_limited')
          return reply.redirect('/account?fault=often', 303)
        throw error
      }
    })

  post('/account/password', async (person, request, reply) => {
    const { password, new_password } = fieldsOf(request, 'password', 'new_password')
    const address = addressOf(request, context)
    await throttle.begin(address, person.email)
    const auth = await people.auth()
    try {
      const { headers } = await auth.api.changePassword({
        body: { currentPassword: password, newPassword: new_password, revokeOtherSessions: true },
        headers: people.headersOf(request),
        returnHeaders: true,
      })
      passCookies(reply, headers)
    } catch (error) {
      const code = faultCodeOf(error)
      const fault = code === 'INVALID_PASSWORD' ? 'password' : code.startsWith('PASSWORD_TOO') ? 'length' : 'other'
      return `/account?fault=${fault}`
    }
    await throttle.succeed(address, person.email)
    await auditAccountChange(context, { userId: person.id, operation: 'setPassword', ...sourceOf(request, pages) })
    return '/account?done=password'
  })

  post('/account/sessions', async (person, request) => {
    const { id } = fieldsOf(request, 'id')
    await endSessionsOf(context, person.id, id === 'others' ? { except: person.sessionId } : { id })
    await auditAccountChange(context, { userId: person.id, operation: 'endSessions', ...sourceOf(request, pages) })
    return '/account?done=sessions'
  })

  post('/account/verification', async (person, request) => {
    await throttle.begin(addressOf(request, context), `verify ${person.email}`)
    const auth = await people.auth()
    await auth.api.sendVerificationEmail({ body: { email: person.email }, headers: people.headersOf(request) })
    return '/account?done=mail'
  })

  app.get('/account/verify', async (request, reply) => {
    const { token } = request.query as { token?: unknown }
    const auth = await people.auth()
    try {
      await auth.api.verifyEmail({ query: { token: String(token) }, headers: people.headersOf(request) })
    } catch (error) {
      faultCodeOf(error)
      return reply.redirect('/account?fault=link', 303)
    }
    return reply.redirect('/account?done=verified', 303)
  })
}

interface AccountPage {
  person: Person
  sessions: OpenSession[]
  hasPassword: boolean
  mails: boolean
  done: string | undefined
  fault: string | undefined
}

function sendAccount(reply: FastifyReply, { person, sessions, hasPassword, mails, done, fault }: AccountPage) {
  return sendPage(reply, {
    title: person.name,
    wide: true,
    body: `${done ? `<p class="done" role="status">${done}</p>` : ''}${faultHtml(fault)}
<p>${escapeHtml(person.email)}${person.emailVerified ? '' : ' (not confirmed)'}</p>
${
  person.emailVerified || !mails
    ? ''
    : '<form method="post" action="/account/verification"><button class="plain small">Confirm the address by mail</button></form>'
}
${organizationsHtml(person)}
${hasPassword ? `${twoFactorHtml(person)}${PASSWORD}` : ''}
<h2>Where you are logged in</h2>
<ul class="rows">${sessions.map((one) => sessionHtml(one, person)).join('')}</ul>
${
  sessions.length > 1
    ? '<form method="post" action="/account/sessions"><input type="hidden" name="id" value="others"><button class="plain">End all others</button></form>'
    : ''
}
<form method="post" action="/logout"><button>Log out</button></form>`,
  })
}

function organizationsHtml({ memberships }: Person): string {
  if (memberships.length === 0)
    return '<h2>Organisations</h2><p>You belong to none. Ask an owner or admin to invite you.</p>'
  const rows = memberships.map(
    ({ name, role, organization_id }) =>
      `<li><div>${escapeHtml(name)}<small>${organization_id}</small></div><span>${role}</span></li>`,
  )
  return `<h2>Organisations</h2><ul class="rows">${rows.join('')}</ul>
<p class="hint">Reports open in this browser. The API is tried out at <a href="/docs">/docs</a>.</p>`
}

function twoFactorHtml({ twoFactor }: Person): string {
  const form = (action: string, button: string, plain: string) => `<form method="post" action="${action}">
<label for="two_factor_password">Password</label>
<input id="two_factor_password" name="password" type="password" required autocomplete="current-password">
<button${plain}>${button}</button>
</form>`
  return twoFactor
    ? `<h2>Second step</h2><p>A log-in takes a code from your app as well.</p><details><summary>Switch it off</summary>${form('/account/two-factor/disable', 'Switch it off', ' class="plain"')}</details>`
    : `<h2>Second step</h2><p>With a code from an app on your phone, a stolen password opens nothing.</p><details><summary>Set it up</summary>${form('/account/two-factor', 'Set it up', '')}</details>`
}

const PASSWORD = `<h2>Password</h2>
<details><summary>Change it</summary><form method="post" action="/account/password">
<label for="password">Present password</label>
<input id="password" name="password" type="password" required autocomplete="current-password">
${newPasswordField('New password')}
<button>Change it</button>
</form></details>`

function sessionHtml(
  { id, ip_address, user_agent, created_at, updated_at }: OpenSession,
  { sessionId }: Person,
): string {
  const time = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const end =
    id === sessionId
      ? '<span>this one</span>'
      : `<form method="post" action="/account/sessions"><input type="hidden" name="id" value="${escapeHtml(id)}"><button class="plain small">End</button></form>`
  return `<li><div>${escapeHtml(user_agent || 'Unknown program')}<small>${escapeHtml(ip_address || 'unknown address')}, since ${time(created_at)}, last seen ${time(updated_at)}</small></div>${end}</li>`
}
