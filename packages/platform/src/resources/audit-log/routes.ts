import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { ApiError } from '../../errors.ts'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { Entry, EXAMPLE, toEntry } from './schema.ts'
import { auditEntriesAfter, listAuditEntries } from './store.ts'

const BATCH = 500 // entries read at once for an export
const SEQUENCE = /^\d{1,15}$/
const Text = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 100, description }))
const Time = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }))

export const auditLogRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/audit-log',
    operationId: 'listAuditLog',
    summary: 'List changes',
    description: 'Every change through the API. Entries are only added, and each one’s hash covers the one before it.',
    scope: 'audit_log:read',
    query: Type.Object(
      {
        ...LIST_QUERY,
        key_id: Text('Only what this key did.'),
        user_id: Text('Only what this person did.'),
        operation: Text('Only this operation, by its `operationId`.'),
        object_id: Text('Only changes to this object.'),
        created_after: Time('Only from this moment on, in RFC 3339.'),
        created_before: Time('Only before this moment, in RFC 3339.'),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'Newest first.',
        schema: listOf(Entry),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ db, organizationId, query }) {
      const { limit, cursor, created_after, created_before, key_id, user_id, ...equal } = query
      const page = pageOf({ limit, cursor }, SEQUENCE)
      const span = {
        created_after: momentOf('created_after', created_after),
        created_before: momentOf('created_before', created_before),
      }
      // Nothing was done by both.
      const actor = key_id && user_id ? { actor: '' } : { actor: key_id ?? user_id }
      const before = page.before === null ? null : Number(page.before)
      const rows = await listAuditEntries(
        db,
        organizationId,
        { take: page.take, before },
        { ...equal, ...actor, ...span },
      )
      const { data, ...rest } = listBody(
        rows.map((row) => ({ id: String(row.sequence), row })),
        page,
      )
      return { status: 200, body: { ...rest, data: data.map(({ row }) => toEntry(row)) } }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/audit-log/export',
    operationId: 'exportAuditLog',
    summary: 'Export changes',
    description: 'All of them, oldest first, one JSON object a line (NDJSON).',
    scope: 'audit_log:read',
    query: Type.Object(
      {
        after_sequence: Type.Optional(
          Type.String({ pattern: '^\\d{1,15}$', maxLength: 15, description: 'Only those after this number.' }),
        ),
      },
      { additionalProperties: false },
    ),
    answers: {
      200: {
        description: 'One entry a line.',
        type: 'application/x-ndjson',
        schema: Type.String(),
        example: `${JSON.stringify(EXAMPLE)}\n`,
      },
    },
    async handler(call) {
      const lines = Readable.from(exported(call, Number(call.query.after_sequence ?? 0)), { objectMode: false })
      return { status: 200, body: lines, headers: { 'content-type': 'application/x-ndjson' } }
    },
  }),
]

async function* exported({ db, organizationId, signal }: Call, from: number): AsyncGenerator<string> {
  for (let last = from; !signal.aborted; ) {
    const rows = await auditEntriesAfter(db, organizationId, last, BATCH)
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(toEntry(row))}\n`).join('')
    if (rows.length < BATCH) return
    last = rows.at(-1)!.sequence
  }
}

function momentOf(parameter: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined
  const at = new Date(text)
  if (/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(at.getTime()))
    return at
  const detail = 'is not a time such as 2027-01-31T00:00:00Z'
  throw new ApiError('validation_failed', `The parameters do not validate. ${parameter} ${detail}.`, {
    errors: [{ parameter, detail }],
  })
}
