import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { Attestation, AttestationCreate, EXAMPLE, fileKeyOf, toAttestation } from './schema.ts'
import { attest, missing } from './service.ts'
import { findAttestation, listAttestations, withdraw } from './store.ts'

const params = Type.Object({ attestation_id: Type.String() })

export const attestationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/compliance/attestations',
    operationId: 'listAttestations',
    summary: 'List attestations',
    scope: 'compliance:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        framework: Type.Optional(Type.String({ maxLength: 40 })),
        requirement: Type.Optional(Type.String({ maxLength: 40 })),
        website_id: Type.Optional(Type.String({ maxLength: 80, description: 'Only those of this very website.' })),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first; those that count no more, too.',
        schema: listOf(Attestation),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query: { framework, requirement, website_id, ...list } }) {
      const page = pageOf(list)
      const rows = await listAttestations(db, organizationId, page, { framework, requirement, website_id })
      return {
        status: 200,
        body: listBody(
          rows.map((row) => toAttestation(row)),
          page,
        ),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/compliance/attestations',
    operationId: 'createAttestation',
    summary: 'Attest a requirement',
    description:
      'For what does not show from outside. Of several that count, the newest does, and one of a website before one of all. It outweighs no finding: a requirement that a check puts in doubt stays so. What was said is not changed afterwards: withdraw it, and attest anew.',
    scope: 'compliance:write',
    body: AttestationCreate,
    example: {
      framework: EXAMPLE.framework,
      requirement: EXAMPLE.requirement,
      verdict: EXAMPLE.verdict,
      statement: EXAMPLE.statement,
      expires_at: '2036-01-12T00:00:00Z',
      file: { name: 'minutes.pdf', media_type: 'application/pdf', content: 'JVBERi0xLjc=' },
    },
    answers: { 201: { description: 'Attested.', location: true, schema: Attestation, example: EXAMPLE } },
    async handler(call) {
      const attestation = toAttestation(await attest(call as never, call.body))
      return {
        status: 201,
        body: attestation,
        headers: { location: `/v1/compliance/attestations/${attestation.id}` },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/compliance/attestations/:attestation_id',
    operationId: 'getAttestation',
    summary: 'Get an attestation',
    scope: 'compliance:read',
    params,
    answers: { 200: { description: 'The attestation.', schema: Attestation, example: EXAMPLE } },
    async handler({ db, organizationId, params: { attestation_id } }) {
      const row = await findAttestation(db, organizationId, attestation_id)
      if (!row) throw missing(attestation_id)
      return { status: 200, body: toAttestation(row) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/compliance/attestations/:attestation_id/file',
    operationId: 'downloadAttestationFile',
    summary: 'Download the file of an attestation',
    scope: 'compliance:read',
    params,
    answers: {
      200: {
        description: 'As it was given.',
        type: 'application/octet-stream',
        schema: Type.String({ format: 'binary' }),
        example: '%PDF-1.7…',
        streamed: true,
      },
    },
    async handler({ context, db, organizationId, params: { attestation_id } }) {
      const row = await findAttestation(db, organizationId, attestation_id)
      if (!row) throw missing(attestation_id)
      const blob = row.file_name === null ? null : await context.blobs.get(organizationId, fileKeyOf(row.id))
      if (!blob) throw new ApiError('not_found', `The attestation ${attestation_id} has no file.`)
      // Somebody’s file is never shown as a page of ours.
      const name = `filename*=UTF-8''${encodeURIComponent(row.file_name!)}`
      const headers = { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; ${name}` }
      return { status: 200, body: blob.stream, headers }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/compliance/attestations/:attestation_id',
    operationId: 'withdrawAttestation',
    summary: 'Withdraw an attestation',
    description: 'It counts no more, and is still shown: with who withdrew it, and when.',
    scope: 'compliance:write',
    params,
    answers: { 204: { description: 'Withdrawn, now or before.' } },
    async handler({ db, organizationId, caller, params: { attestation_id } }) {
      const withdrawn = await withdraw(db, organizationId, attestation_id, caller.actor)
      if (!withdrawn && !(await findAttestation(db, organizationId, attestation_id))) throw missing(attestation_id)
      return { status: 204 }
    },
  }),
]
