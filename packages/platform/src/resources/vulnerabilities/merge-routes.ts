import { type Static, Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { type Route, route } from '../../http/route.ts'
import { merge, setPlacesApart, unmerge } from './merge.ts'
import { EXAMPLE, FingerprintInputs, toVulnerability, Vulnerability } from './schema.ts'
import { findVulnerability, listMerged } from './store.ts'

const params = Type.Object({ vulnerability_id: Type.String() })

const Split = Type.Object(
  {
    vulnerability_id: Type.Optional(
      Type.String({ maxLength: 80, description: 'One that was merged into it, to be one of its own again.' }),
    ),
    path: Type.Optional(
      Type.String({
        minLength: 2,
        maxLength: 500,
        pattern: '^/',
        description: 'The beginning of a path: the places below it become a vulnerability of their own.',
      }),
    ),
  },
  { additionalProperties: false },
)

const Fingerprint = Type.Object({
  vulnerability_id: Type.String(),
  fingerprint: Type.String({ description: 'SHA-256, in hex, of the JSON array of its inputs in this order.' }),
  fingerprint_inputs: FingerprintInputs,
  split_path: Type.Union([Type.String(), Type.Null()]),
})
const FINGERPRINT_EXAMPLE: Static<typeof Fingerprint> = {
  vulnerability_id: EXAMPLE.id,
  fingerprint: EXAMPLE.fingerprint,
  fingerprint_inputs: EXAMPLE.fingerprint_inputs,
  split_path: null,
}

/** What makes vulnerabilities one or several: their fingerprints, and what people say. */
export const mergeRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/vulnerabilities/:vulnerability_id/merge',
    operationId: 'mergeVulnerability',
    summary: 'Merge a duplicate into another vulnerability',
    description:
      'Both must be of one website. The other one stands for both from now on, with the places of both, and weighs once; later scans’ findings of either are its own. It counts as fixed only when both are gone. Places that were set apart are brought back the same way.',
    scope: 'vulnerabilities:write',
    params,
    body: Type.Object({ into: Type.String({ maxLength: 80 }) }, { additionalProperties: false }),
    example: { into: 'vuln_01k0000000000000000000000' },
    answers: { 200: { description: 'The one that stands for both.', schema: Vulnerability, example: EXAMPLE } },
    errors: ['vulnerability_merged', 'vulnerabilities_not_mergeable'],
    async handler({ db, organizationId, params: { vulnerability_id }, body, caller }) {
      const who = { organizationId, author: caller.actor }
      return { status: 200, body: toVulnerability(await merge(db, who, vulnerability_id, body.into)) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/vulnerabilities/:vulnerability_id/split',
    operationId: 'splitVulnerability',
    summary: 'Undo a merge, or set some places apart',
    description:
      'With `vulnerability_id`: one that was merged into this one is one of its own again. With `path`: the places whose path begins with it become a vulnerability of their own, also in later scans, to be decided about apart; as one cause both weigh once.',
    scope: 'vulnerabilities:write',
    params,
    body: Split,
    example: { path: '/shop/' },
    answers: { 200: { description: 'The one that was split off.', schema: Vulnerability, example: EXAMPLE } },
    errors: ['vulnerability_merged', 'vulnerabilities_not_mergeable', 'places_not_separable'],
    async handler({ db, organizationId, params: { vulnerability_id: id }, body, caller }) {
      const who = { organizationId, author: caller.actor }
      if ((body.vulnerability_id === undefined) === (body.path === undefined)) {
        const detail = 'give either vulnerability_id or path'
        throw new ApiError('validation_failed', `The body does not validate: ${detail}.`, {
          errors: [{ pointer: body.path === undefined ? '/vulnerability_id' : '/path', detail }],
        })
      }
      const row =
        body.path === undefined
          ? await unmerge(db, who, id, body.vulnerability_id!)
          : await setPlacesApart(db, who, id, body.path)
      return { status: 200, body: toVulnerability(row) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/vulnerabilities/:vulnerability_id/fingerprints',
    operationId: 'listVulnerabilityFingerprints',
    summary: 'List what a vulnerability is recognised by',
    description:
      'Its own fingerprint first, then those of what was merged into it: a finding of a scan that has one of them is this one.',
    scope: 'vulnerabilities:read',
    params,
    answers: {
      200: {
        description: 'All of them.',
        schema: Type.Object({
          object: Type.Literal('list'),
          data: Type.Array(Fingerprint),
          has_more: Type.Boolean(),
          next_cursor: Type.Null(),
        }),
        example: { object: 'list', data: [FINGERPRINT_EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, params: { vulnerability_id: id } }) {
      const row = await findVulnerability(db, organizationId, id)
      if (!row) throw new ApiError('not_found', `There is no vulnerability ${id}.`)
      const all = [row, ...(await listMerged(db, organizationId, id))]
      const data = all.map(({ id: vulnerability_id, split_path, detail: { fingerprint, fingerprint_inputs } }) => {
        return { vulnerability_id, fingerprint, fingerprint_inputs, split_path }
      })
      return { status: 200, body: { object: 'list', data, has_more: false, next_cursor: null } }
    },
  }),
]
