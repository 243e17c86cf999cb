import type { FastifyInstance, FastifyReply } from 'fastify'
import { ApiError } from '../errors.ts'
import { PASSWORD_LENGTH } from '../people/auth.ts'
import { sendsMail } from '../people/mail.ts'
import { addressOf } from '../people/person.ts'
import { faultCodeOf, fieldsOf, type Pages, statusOf } from './form.ts'
import { escapeHtml, faultHtml, sendPage } from './page.ts'

const FAULTS: Record<string, string> = {
  PASSWORD_TOO_SHORT: `The password has fewer than ${PASSWORD_LENGTH.least} characters.`,
  PASSWORD_TOO_LONG: `The password has more than ${PASSWORD_LENGTH.most} characters.`,
  INVALID_PASSWORD: 'The password is wrong.',
  INVALID_TOKEN: 'The link is not valid any more. Ask for another one.',
}

/** A sentence for what the library refuses about a password. */
export function passwordFault(code: string): string {
  return FAULTS[code] ?? 'That was not accepted. Try again.'
}

export function newPasswordField(label: string): string {
  return `<label for="new_password">${label}</label>
<input id="new_password" name="new_password" type="password" required minlength="${PASSWORD_LENGTH.least}" maxlength="${PASSWORD_LENGTH.most}" autocomplete="new-password" aria-describedby="length">
<p class="hint" id="length">At least ${PASSWORD_LENGTH.least} characters. Four words that do not belong together are better than one with signs in it.</p>`
}

/** `/password`: a forgotten one is set anew by a link that comes by mail. */
export function servePasswords(app: FastifyInstance, pages: Pages): void {
  const { context, people, throttle } = pages

  app.get('/password', async (_, reply) => sendAsk(reply, sendsMail(context.config)))

  app.post('/password', async (request, reply) => {
    const { email } = fieldsOf(request, 'email')
    if (!sendsMail(context.config)) return sendAsk(reply, false)
    try {
      // What counts is asking: else somebody’s mailbox could be filled.
      await throttle.begin(addressOf(request, context), `reset ${email}`)
      const auth = await people.auth()
      await auth.api.requestPasswordReset({ body: { email: email.trim() }, headers: people.headersOf(request) })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'rate_limited')
        return sendAsk(reply, true, error.message, statusOf(error.code))
      faultCodeOf(error)
    }
    return sendPage(reply, {
      title: 'Look into your mail',
      body: `<p>If there is an account for ${escapeHtml(email)}, a link is on its way to it. It works for an hour.</p>
<a class="button" href="/login">Back to the log-in</a>`,
    })
  })

  app.get<{ Params: { token: string } }>('/password/:token', async (request, reply) =>
    sendReset(reply, request.params.token),
  )

  app.post<{ Params: { token: string } }>('/password/:token', async (request, reply) => {
    const { token } = request.params
    const { new_password } = fieldsOf(request, 'new_password')
    const auth = await people.auth()
    try {
      await auth.api.resetPassword({ body: { token, newPassword: new_password }, headers: people.headersOf(request) })
    } catch (error) {
      return sendReset(reply, token, passwordFault(faultCodeOf(error)))
    }
    return sendPage(reply, {
      title: 'The password is set',
      body: '<p>Every log-in with the old one has ended.</p><a class="button" href="/login">Log in</a>',
    })
  })
}

function sendAsk(reply: FastifyReply, byMail: boolean, fault?: string, status?: number) {
  return sendPage(reply, {
    title: 'Forgotten password',
    status,
    body: byMail
      ? `${faultHtml(fault)}<form method="post" action="/password">
<label for="email">Mail address</label>
<input id="email" name="email" type="email" required autofocus autocomplete="username">
<button>Send me a link</button>
</form>
<a class="button" href="/login">Back to the log-in</a>`
      : `<p>This LastHash sends no mail, so it cannot send you a link. An owner or admin of your organisation can invite you under another address; whoever runs LastHash can set up mail.</p>
<a class="button" href="/login">Back to the log-in</a>`,
  })
}

function sendReset(reply: FastifyReply, token: string, fault?: string) {
  return sendPage(reply, {
    title: 'Set a new password',
    status: fault ? 400 : 200,
    body: `${faultHtml(fault)}
<form method="post" action="/password/${encodeURIComponent(token)}">
${newPasswordField('New password')}
<button>Set it</button>
</form>`,
  })
}
