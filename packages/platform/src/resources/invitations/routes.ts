import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { EXAMPLE, Invitation, InvitationCreate, InvitationSent, SENT_EXAMPLE, toInvitation } from './schema.ts'
import { existing, invite, inviteAgain, revokeInvitation } from './service.ts'
import { listInvitations } from './store.ts'

const params = Type.Object({ invitation_id: Type.String() })

export const invitationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/invitations',
    operationId: 'listInvitations',
    summary: 'List invitations',
    scope: 'users:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'Newest first, ended ones as well.',
        schema: listOf(Invitation),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const page = pageOf(query)
      const rows = await listInvitations(db, organizationId, page)
      return { status: 200, body: listBody(rows.map(toInvitation), page) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/invitations',
    operationId: 'createInvitation',
    summary: 'Invite a person',
    description:
      'A link, which works for a week, goes to the address; where mail is not set up, it is in the answer, this once. An earlier invitation to the same address ends. The role can do no more than you can.',
    scope: 'users:write',
    body: InvitationCreate,
    errors: ['already_member'],
    example: { email: 'ada@example.com', role: 'analyst' },
    answers: { 201: { description: 'Invited.', location: true, schema: InvitationSent, example: SENT_EXAMPLE } },
    async handler(call) {
      return await invite(call, call.body as Parameters<typeof invite>[1])
    },
  }),
  route({
    method: 'GET',
    path: '/v1/invitations/:invitation_id',
    operationId: 'getInvitation',
    summary: 'Get an invitation',
    scope: 'users:read',
    params,
    answers: { 200: { description: 'The invitation, without its link.', schema: Invitation, example: EXAMPLE } },
    async handler(call) {
      return { status: 200, body: toInvitation(await existing(call, call.params.invitation_id)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/invitations/:invitation_id',
    operationId: 'revokeInvitation',
    summary: 'Revoke an invitation',
    description: 'Its link opens nothing from now on. It stays in the list, with the time.',
    scope: 'users:write',
    params,
    errors: ['invitation_ended'],
    answers: { 204: { description: 'Revoked.' } },
    async handler(call) {
      await revokeInvitation(call, await existing(call, call.params.invitation_id))
      return { status: 204 }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/invitations/:invitation_id/resend',
    operationId: 'resendInvitation',
    summary: 'Send an invitation again',
    description: 'With a new link, for another week; the one before opens nothing any more.',
    scope: 'users:write',
    params,
    errors: ['invitation_ended'],
    answers: { 200: { description: 'Sent.', location: true, schema: InvitationSent, example: SENT_EXAMPLE } },
    async handler(call) {
      return await inviteAgain(call, await existing(call, call.params.invitation_id))
    },
  }),
]
