import type { FastifyInstance, FastifyReply } from 'fastify'
import { acceptInvitation, findInvitation, type Invited } from '../people/membership.ts'
import type { Person } from '../people/person.ts'
import { fieldsOf, type Pages, sourceOf } from './form.ts'
import { escapeHtml, faultHtml, sendPage } from './page.ts'
import { newPasswordField } from './passwords.ts'
import { endSession } from './session.ts'
import { signUp } from './setup.ts'

/** `/invitations/{token}`: what the link of an invitation opens. */
export function serveInvitations(app: FastifyInstance, pages: Pages): void {
  const { context, people } = pages

  app.get<{ Params: { token: string } }>('/invitations/:token', async (request, reply) => {
    const { token } = request.params
    const invitation = await findInvitation(context, token)
    if (!invitation) return sendEnded(reply)
    return sendInvitation(reply, { token, invitation, person: await people.personOf(request), pages })
  })

  app.post<{ Params: { token: string } }>('/invitations/:token', async (request, reply) => {
    const { token } = request.params
    const invitation = await findInvitation(context, token)
    if (!invitation) return sendEnded(reply)
    const person = await people.personOf(request)
    if (person && person.email !== invitation.email) return sendInvitation(reply, { token, invitation, person, pages })
    let userId = person?.id
    if (userId === undefined) {
      const { name, new_password } = fieldsOf(request, 'name', 'new_password')
      const made = await signUp(request, reply, { name, new_password, email: invitation.email }, pages)
      if ('fault' in made) {
        const { fault } = made
        return sendInvitation(reply, { token, invitation, person: null, name, fault, pages })
      }
      userId = made.userId
    }
    endSession(reply, context)
    if (!(await acceptInvitation(context, invitation, { id: userId }, sourceOf(request, pages))))
      return sendEnded(reply)
    return reply.redirect('/account?done=joined', 303)
  })
}

interface InvitationPage {
  token: string
  invitation: Invited
  person: Person | null
  name?: string
  fault?: string
  pages: Pages
}

function sendInvitation(reply: FastifyReply, { token, invitation, person, name = '', fault, pages }: InvitationPage) {
  const { organization, role, email } = invitation
  const here = `/invitations/${encodeURIComponent(token)}`
  const lead = `<p>You are invited to <strong>${escapeHtml(organization)}</strong> as ${role}: <strong>${escapeHtml(email)}</strong>.</p>`
  const next = encodeURIComponent(here)
  const { oidc } = pages.context.config
  if (person && person.email !== email) {
    return sendPage(reply, {
      title: 'An invitation for somebody else',
      status: 403,
      body: `${lead}<p>You are logged in as ${escapeHtml(person.email)}. Log out first, then open the link again.</p>
<form method="post" action="/logout"><button>Log out</button></form>`,
    })
  }
  if (person) {
    return sendPage(reply, {
      title: `Join ${organization}`,
      body: `${lead}<form method="post" action="${here}"><button>Join</button></form>`,
    })
  }
  return sendPage(reply, {
    title: `Join ${organization}`,
    status: fault ? 400 : 200,
    body: `${lead}
${faultHtml(fault)}
<form method="post" action="${here}">
<label for="name">Name</label>
<input id="name" name="name" value="${escapeHtml(name)}" required maxlength="200" autofocus autocomplete="name">
<input type="hidden" name="email" value="${escapeHtml(email)}" autocomplete="username">
${newPasswordField('Password')}
<button>Make my account and join</button>
</form>
<a class="button" href="/login?next=${next}">I have an account: log in</a>
${oidc ? `<a class="button" href="/login/oidc?next=${next}">Through ${escapeHtml(new URL(oidc.issuer).hostname)}</a>` : ''}`,
  })
}

function sendEnded(reply: FastifyReply) {
  return sendPage(reply, {
    title: 'No such invitation',
    status: 404,
    body: '<p>It was accepted already, was revoked or has expired. Ask whoever invited you for another one.</p><a class="button" href="/login">Log in</a>',
  })
}
