import { type TSchema, Type } from 'typebox'
import { ApiError } from '../errors.ts'

/** The query parameters of every list. */
export const LIST_QUERY = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'How many, 1 to 100; 20 unless told.' }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 200, description: 'The `next_cursor` of the page before.' })),
}

export interface ListQuery {
  limit?: number
  cursor?: string
}

/** `{"object": "list", "data": […], "has_more", "next_cursor"}`. */
export function listOf(item: TSchema) {
  return Type.Object({
    object: Type.Literal('list'),
    data: Type.Array(item),
    has_more: Type.Boolean(),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  })
}

/** Newest first from an index: one row more than asked for tells whether there are more. */
export interface Page {
  take: number
  /** Only rows with an id below it. */
  before: string | null
}

const IDENTIFIER = /^[a-z]+_[0-9a-zA-Z]{1,64}$/

/** Reads limit and cursor, which holds the last id of the page before. Throws `validation_failed` for a cursor that we did not make. */
export function pageOf({ limit = 20, cursor }: ListQuery, ids: RegExp = IDENTIFIER): Page {
  if (cursor === undefined) return { take: limit + 1, before: null }
  const before = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!ids.test(before) || cursorOf(before) !== cursor) {
    const detail = 'is not a cursor of ours: use the next_cursor of the page before'
    throw new ApiError('validation_failed', `The parameters do not validate. cursor ${detail}.`, {
      errors: [{ parameter: 'cursor', detail }],
    })
  }
  return { take: limit + 1, before }
}

/** The body of a list's page, out of one row more than fits. */
export function listBody<T extends { id: string }>(
  rows: readonly T[],
  { take }: Page,
): { object: 'list'; data: T[]; has_more: boolean; next_cursor: string | null } {
  const data = rows.slice(0, take - 1)
  const has_more = rows.length === take
  return { object: 'list', data, has_more, next_cursor: has_more ? cursorOf(data.at(-1)!.id) : null }
}

function cursorOf(id: string): string {
  return Buffer.from(id, 'utf8').toString('base64url')
}
