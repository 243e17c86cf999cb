import type { MemberRole } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import type { Call, Reply } from '../../http/route.ts'
import { newId } from '../../identifier.ts'
import { sendMail, sendsMail } from '../../people/mail.ts'
import { newInvitationToken } from '../../people/membership.ts'
import { requireRights } from '../users/service.ts'
import { findUserByEmail } from '../users/store.ts'
import { type InvitationRow, toInvitation } from './schema.ts'
import { findInvitation, insertInvitation, revokePending, updateInvitation } from './store.ts'

const LIFE = 7 * 86_400_000 // milliseconds

/** Throws `not_found`. */
export async function existing({ db, organizationId }: Call, id: string): Promise<InvitationRow> {
  const invitation = await findInvitation(db, organizationId, id)
  if (!invitation) throw new ApiError('not_found', `There is no invitation ${id}.`)
  return invitation
}

/** Throws `insufficient_scope` for a role that can do more than the caller, and `already_member`. */
export async function invite(call: Call, { email: given, role }: { email: string; role: MemberRole }): Promise<Reply> {
  const { db, organizationId, caller } = call
  requireRights(call, role)
  const email = given.toLowerCase()
  const member = await findUserByEmail(db, organizationId, email)
  if (member) {
    throw new ApiError('already_member', `${email} belongs to the organisation already, as ${member.role}.`, {
      members: { user_id: member.id },
    })
  }
  await revokePending(db, organizationId, email)
  const { token, token_hash } = newInvitationToken()
  const row = await insertInvitation(db, {
    ...{ id: newId('inv'), organization_id: organizationId, email, role, token_hash, invited_by: caller.actor },
    expires_at: new Date(Date.now() + LIFE),
  })
  return delivered(call, row, token, 201)
}

/** The same invitation with a new link; the one before opens nothing any more. Throws `invitation_ended`. */
export async function inviteAgain(call: Call, invitation: InvitationRow): Promise<Reply> {
  refuseEnded(invitation)
  requireRights(call, invitation.role)
  const { token, token_hash } = newInvitationToken()
  const row = await updateInvitation(call.db, call.organizationId, invitation.id, {
    ...{ token_hash, mailed_at: null, expires_at: new Date(Date.now() + LIFE) },
  })
  return delivered(call, row, token, 200)
}

/** Its link opens nothing from now on. Throws `invitation_ended` when it was accepted. */
export async function revokeInvitation(call: Call, invitation: InvitationRow): Promise<void> {
  if (invitation.revoked_at) return
  refuseEnded(invitation)
  await updateInvitation(call.db, call.organizationId, invitation.id, { revoked_at: new Date() })
}

function refuseEnded({ accepted_at, revoked_at, id }: InvitationRow): void {
  if (!accepted_at && !revoked_at) return
  const what = accepted_at ? 'was accepted' : 'was revoked'
  throw new ApiError('invitation_ended', `The invitation ${id} ${what}. Make a new one.`)
}

/**
 * The link goes by mail, after the commit, or else into the answer: to whoever invites, this once. Nothing real is sent in
 * test mode.
 */
function delivered(call: Call, row: InvitationRow, token: string, status: number): Reply {
  const { context, caller } = call
  const accept_url = `${call.publicUrl}/invitations/${token}`
  const headers = { location: `/v1/invitations/${row.id}` }
  if (caller.test || !sendsMail(context.config)) return { status, headers, body: { ...toInvitation(row), accept_url } }
  return {
    status,
    headers,
    body: { ...toInvitation(row), accept_url: null },
    async afterCommit() {
      try {
        await mailInvitation(call, row, accept_url)
      } catch (error) {
        context.log.error({ err: error }, 'an invitation could not be sent')
        return { status, body: { ...toInvitation(row), accept_url } }
      }
      const db = context.database.as(call.organizationId)
      const mailed = await updateInvitation(db, call.organizationId, row.id, { mailed_at: new Date() })
      return { status, body: { ...toInvitation(mailed), accept_url: null } }
    },
  }
}

async function mailInvitation({ context, organizationId }: Call, row: InvitationRow, link: string): Promise<void> {
  const { name } = await context.database
    .as(organizationId)
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  const brand = await context.brands.of(organizationId)
  const product = brand.name ?? 'LastHash'
  const organization = name.replaceAll(/\s+/g, ' ')
  const paragraphs = [
    `You are invited to ${organization} on ${product}, as ${row.role}.`,
    `Within a week this link lets you join:\n${link}`,
    'If you do not know what this is about, do nothing.',
  ]
  await sendMail(context.config, {
    to: row.email,
    subject: `Invitation to ${organization} on ${product}`,
    paragraphs,
    from: brand.mail_sender,
  })
}
