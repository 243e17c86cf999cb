import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderSVG } from 'uqr'
import { auditAccountChange } from '../people/audit.ts'
import { addressOf } from '../people/person.ts'
import { faultCodeOf, fieldsOf, type Pages, passCookies, sourceOf } from './form.ts'
import { escapeHtml, faultHtml, sendPage } from './page.ts'
import { endSession, safeNext } from './session.ts'

const FAULTS: Record<string, string> = {
  INVALID_PASSWORD: 'The password is wrong.',
  INVALID_TWO_FACTOR_COOKIE: 'That took too long. Log in again.',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'Too many wrong codes. Log in again.',
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Try again in a quarter of an hour.',
}

/** `/login/code`, the second step of a log-in, and the pages that switch it on and off. */
export function serveTwoFactor(app: FastifyInstance, pages: Pages): void {
  const { context, people, throttle } = pages

  app.get('/login/code', async (request, reply) =>
    sendCodeForm(reply, { next: safeNext((request.query as { next?: unknown }).next) }),
  )

  app.post('/login/code', async (request, reply) => {
    const { code, next: asked } = fieldsOf(request, 'code', 'next')
    const next = safeNext(asked)
    const auth = await people.auth()
    const call = { headers: people.headersOf(request), returnHeaders: true } as const
    const typed = code.replaceAll(/\s/g, '')
    try {
      // Codes of the app are six digits; anything else is meant to be one of those that were written down.
      const { response, headers } = /^\d{6}$/.test(typed)
        ? await auth.api.verifyTOTP({ body: { code: typed }, ...call })
        : await auth.api.verifyBackupCode({ body: { code: typed }, ...call })
      passCookies(reply, headers)
      const { user } = response
      await throttle.succeed(addressOf(request, context), user.email)
      endSession(reply, context)
      await auditAccountChange(context, { userId: user.id, operation: 'logIn', ...sourceOf(request, pages) })
      return reply.redirect(next === '/login' ? '/account' : next, 303)
    } catch (error) {
      const fault = FAULTS[faultCodeOf(error)] ?? 'The code is wrong.'
      return sendCodeForm(reply, { next, fault })
    }
  })

  app.post('/account/two-factor', async (request, reply) => {
    const { password } = fieldsOf(request, 'password')
    const auth = await people.auth()
    try {
      const { response } = await auth.api.enableTwoFactor({
        body: { password },
        headers: people.headersOf(request),
        returnHeaders: true,
      })
      if (response.method !== 'totp') return reply.redirect('/account', 303)
      return sendEnrolment(reply, response)
    } catch (error) {
      return reply.redirect(`/account?fault=${knownFault(faultCodeOf(error))}`, 303)
    }
  })

  app.post('/account/two-factor/confirm', async (request, reply) => {
    const { code } = fieldsOf(request, 'code')
    const person = await people.personOf(request)
    if (!person) return reply.redirect('/login?next=/account', 303)
    const auth = await people.auth()
    try {
      const { headers } = await auth.api.verifyTOTP({
        body: { code: code.replaceAll(/\s/g, '') },
        headers: people.headersOf(request),
        returnHeaders: true,
      })
      passCookies(reply, headers)
    } catch (error) {
      faultCodeOf(error)
      return sendConfirm(reply)
    }
    await audit(request, person.id, 'enableTwoFactor')
    return reply.redirect('/account?done=two-factor', 303)
  })

  app.post('/account/two-factor/disable', async (request, reply) => {
    const { password } = fieldsOf(request, 'password')
    const person = await people.personOf(request)
    if (!person) return reply.redirect('/login?next=/account', 303)
    const auth = await people.auth()
    try {
      const { headers } = await auth.api.disableTwoFactor({
        body: { password },
        headers: people.headersOf(request),
        returnHeaders: true,
      })
      passCookies(reply, headers)
    } catch (error) {
      return reply.redirect(`/account?fault=${knownFault(faultCodeOf(error))}`, 303)
    }
    await audit(request, person.id, 'disableTwoFactor')
    return reply.redirect('/account?done=two-factor-off', 303)
  })

  const audit = (request: FastifyRequest, userId: string, operation: 'enableTwoFactor' | 'disableTwoFactor') =>
    auditAccountChange(context, { userId, operation, ...sourceOf(request, pages) })
}

function knownFault(code: string): string {
  return code === 'INVALID_PASSWORD' ? 'password' : 'other'
}

const CODE_FIELD = `<label for="code">Code</label>
<input id="code" name="code" inputmode="numeric" required autofocus autocomplete="one-time-code" spellcheck="false" aria-describedby="hint">`

function sendCodeForm(reply: FastifyReply, { next, fault }: { next: string; fault?: string }) {
  return sendPage(reply, {
    title: 'Second step',
    status: fault ? 401 : 200,
    body: `${faultHtml(fault)}
<form method="post" action="/login/code">
<input type="hidden" name="next" value="${escapeHtml(next)}">
${CODE_FIELD}
<p class="hint" id="hint">Six digits from your app, or one of the codes that you wrote down.</p>
<button>Go on</button>
</form>
<a class="button" href="/login?next=${encodeURIComponent(next)}">Start again</a>`,
  })
}

/** Secret and codes are shown this once; the code that follows shows that the app has them. */
function sendEnrolment(reply: FastifyReply, { totpURI, backupCodes }: { totpURI: string; backupCodes: string[] }) {
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  const svg = renderSVG(totpURI, { border: 2 }).replace('<svg ', '<svg class="qr" role="img" aria-label="QR code" ')
  return sendPage(reply, {
    title: 'Set up the second step',
    body: `<p>Scan this with an authenticator app on your phone, or type the key into it.</p>
${svg}
<p><code>${escapeHtml(secret.replaceAll(/(.{4})(?=.)/g, '$1 '))}</code></p>
<p>Without the phone, each of these lets you in once. Keep them where you keep passwords; they are shown this once.</p>
<ol class="codes">${backupCodes.map((code) => `<li><code>${escapeHtml(code)}</code></li>`).join('')}</ol>
<form method="post" action="/account/two-factor/confirm">
${CODE_FIELD}
<p class="hint" id="hint">The six digits that the app shows now.</p>
<button>Switch it on</button>
</form>
<a class="button" href="/account">Not now</a>`,
  })
}

function sendConfirm(reply: FastifyReply) {
  return sendPage(reply, {
    title: 'Set up the second step',
    status: 400,
    body: `${faultHtml('The code is wrong. Is the phone’s clock right?')}
<form method="post" action="/account/two-factor/confirm">
${CODE_FIELD}
<p class="hint" id="hint">The six digits that the app shows now.</p>
<button>Switch it on</button>
</form>
<a class="button" href="/account">Start again</a>`,
  })
}
