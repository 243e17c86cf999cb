import { parseTarget, type Target, TargetError } from '@lasthash/scanner'
import type { Criticality } from '../../db/schema.ts'
import { ApiError } from '../../errors.ts'
import { recordEvents } from '../../events/record.ts'
import type { Call } from '../../http/route.ts'
import { isVirtual } from '../../test-mode/targets.ts'
import { knownGroups } from '../website-groups/store.ts'
import { toWebsite } from '../websites/schema.ts'
import { isOfTests } from '../websites/service.ts'
import { findByOrigins, insertWebsites } from '../websites/store.ts'
import { parseCsv } from './csv.ts'
import { MOST_ROWS } from './schema.ts'

export interface ImportRow {
  url: string
  name?: string
  tags?: string[]
  groups?: string[]
  criticality?: Criticality
}

export interface Import {
  rows: readonly ImportRow[]
  /** By index: rows that no website can be made of. */
  faults: ReadonlyMap<number, string>
}

interface Result {
  row: number
  url: string
  status: 'created' | 'exists' | 'invalid'
  website_id: string | null
  detail: string | null
}

/** Registers many websites, each with a result of its own: what is wrong with one keeps none of the others out. */
export async function importWebsites(call: Pick<Call, 'context' | 'organizationId' | 'db'>, { rows, faults }: Import) {
  const { db, organizationId, context } = call
  const test = await isOfTests(db, organizationId)
  const groups = await knownGroups(db, organizationId, [...new Set(rows.flatMap((row) => row.groups ?? []))])
  const read = rows.map((row, index) =>
    faults.has(index)
      ? { detail: faults.get(index)! }
      : readRow(row, { allowPrivate: context.config.allowPrivate, test, groups }),
  )
  // One website may stand in several rows, also in two spellings: the first makes it.
  const wanted = new Map<string, { target: Target; row: ImportRow }>()
  for (const [index, one] of read.entries()) {
    if ('target' in one && !wanted.has(one.target.origin)) wanted.set(one.target.origin, { ...one, row: rows[index]! })
  }
  const made = await insertWebsites(
    db,
    organizationId,
    [...wanted.values()].map(({ target: { url, origin, host }, row }) => ({
      url,
      origin,
      name: row.name ?? host,
      tags: row.tags ?? [],
      group_ids: row.groups ?? [],
      criticality: row.criticality ?? 'medium',
    })),
  )
  await recordEvents(
    db,
    organizationId,
    made.map((website) => ({ type: 'website.created', data: toWebsite(website) })),
  )
  const fresh = new Map(made.map(({ origin, id }) => [origin, id]))
  const known = await findByOrigins(db, organizationId, [...wanted.keys()])
  const results = read.map((one, index): Result => {
    const place = { row: index + 1, url: rows[index]!.url }
    if ('detail' in one) return { ...place, status: 'invalid', website_id: null, detail: one.detail }
    const { origin } = one.target
    const status = fresh.delete(origin) ? 'created' : 'exists'
    return { ...place, status, website_id: known.get(origin)!, detail: null }
  })
  const count = (status: Result['status']) => results.filter((one) => one.status === status).length
  return { created: count('created'), exists: count('exists'), invalid: count('invalid'), results }
}

function readRow(
  { url, groups = [] }: ImportRow,
  known: { allowPrivate: boolean; test: boolean; groups: ReadonlySet<string> },
): { target: Target } | { detail: string } {
  const missing = groups.find((id) => !known.groups.has(id))
  if (missing !== undefined) return { detail: `There is no group ${missing}.` }
  try {
    const target = parseTarget(url, { allowPrivate: known.allowPrivate })
    if (known.test === isVirtual(target.url)) return { target }
    return {
      detail: known.test ? 'A test key scans virtual targets only.' : 'This is a virtual target, for test keys only.',
    }
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    return { detail: error.message }
  }
}

const COLUMNS = ['url', 'name', 'tags', 'groups', 'criticality'] as const
const CRITICALITIES = ['low', 'medium', 'high', 'critical']

/** The rows of an import, from either form. Throws `validation_failed` where the form as a whole is wrong. */
export function rowsOf({ websites, csv }: { websites?: ImportRow[]; csv?: string }): Import {
  if ((websites === undefined) === (csv === undefined)) throw wrong('/websites', 'give either websites or csv')
  if (websites) return { rows: websites, faults: new Map() }
  const parsed = parseCsv(csv!)
  if ('fault' in parsed) throw wrong('/csv', parsed.fault)
  const [head = [], ...lines] = parsed.rows
  const names = head.map((name) => name.trim().toLowerCase())
  const unknown = names.find((name) => !(COLUMNS as readonly string[]).includes(name))
  if (unknown !== undefined)
    throw wrong('/csv', `its first line names a column ${JSON.stringify(unknown)}; there are ${COLUMNS.join(', ')}`)
  if (!names.includes('url')) throw wrong('/csv', 'its first line must name the columns, url among them')
  if (new Set(names).size < names.length) throw wrong('/csv', 'its first line names a column twice')
  if (lines.length === 0) throw wrong('/csv', 'has no rows')
  if (lines.length > MOST_ROWS)
    throw wrong('/csv', `has ${lines.length} rows, and at most ${MOST_ROWS} are taken at once`)
  const faults = new Map<number, string>()
  const rows = lines.map((line, index) => {
    if (line.length > names.length)
      faults.set(index, `It has ${line.length} fields, and there are ${names.length} columns.`)
    const field = (name: (typeof COLUMNS)[number]) => line[names.indexOf(name)]?.trim() ?? ''
    const list = (name: 'tags' | 'groups') => [
      ...new Set(
        field(name)
          .split(';')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ]
    const row = { url: field('url'), name: field('name'), tags: list('tags'), groups: list('groups') }
    const criticality = field('criticality').toLowerCase()
    const fault = faultOf(row, criticality)
    if (fault) faults.set(index, fault)
    const { name, ...rest } = row
    return {
      ...rest,
      ...(name !== '' && { name }),
      ...(criticality !== '' && !fault && { criticality: criticality as Criticality }),
    }
  })
  return { rows, faults }
}

function faultOf({ name, tags, groups }: Required<Omit<ImportRow, 'criticality'>>, criticality: string): string | null {
  if (name.length > 200) return 'Its name is longer than 200 characters.'
  if (tags.length > 20 || tags.some((tag) => tag.length > 50))
    return 'It has more than 20 tags, or one longer than 50 characters.'
  if (groups.length > 20) return 'It has more than 20 groups.'
  if (criticality !== '' && !CRITICALITIES.includes(criticality))
    return `Its criticality is none of ${CRITICALITIES.join(', ')}.`
  return null
}

function wrong(pointer: string, detail: string): ApiError {
  return new ApiError('validation_failed', `The body does not validate. ${pointer}: ${detail}.`, {
    errors: [{ pointer, detail }],
  })
}
