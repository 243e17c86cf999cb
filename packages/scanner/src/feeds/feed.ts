/** What a loader made of a file. */
export interface Loaded {
  /** By key: `<ecosystem> <package in lower case>` for advisories, else what the feed is looked up by. */
  entries: Map<string, unknown[]>
  /** Of what day the data is, by its own words; null where it has none. */
  date: string | null
  /** How many things the feed tells of. */
  records: number
}

/** A published source of vulnerability data, and how its files are read. */
export interface Feed {
  /** Also the name in settings and on the command line. */
  name: string
  title: string
  /** Where it is published. */
  url: string
  /** Its path below a mirror's address. */
  mirrorPath: string
  maxBytes: number
  /** Fewer records than this are a broken file. */
  least: number
  /** Environment variable with a key for it, and the field that carries it. */
  key?: { variable: string; header: (key: string) => Record<string, string> }
  /** What may be done with it, and where that stands. */
  terms: string
  /** Throws with a sentence where the file is not what the feed publishes. */
  load: (file: string, index?: string) => Promise<Loaded>
  /** Where the file at `url` only tells of the real one: its address, which may be relative. `load` is then given both. */
  follow?: (file: string) => Promise<string>
}

export function add(entries: Map<string, unknown[]>, key: string, value: unknown): void {
  const known = entries.get(key)
  if (known) known.push(value)
  else entries.set(key, [value])
}

export function advisoryKey(ecosystem: string, name: string): string {
  return `${ecosystem} ${name.toLowerCase()}`
}

export type Json = Record<string, unknown>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A summary for people: one line, of bounded length. */
export function summaryOf(value: unknown): string {
  const line = (text(value) ?? '').replace(/\s+/g, ' ').trim()
  return line.length <= 300 ? line : `${line.slice(0, 299)}…`
}

/** RFC 3339 in UTC of any date that JavaScript reads; null for the rest. */
export function dateOf(value: unknown): string | null {
  const at = typeof value === 'string' || typeof value === 'number' ? new Date(value) : null
  return at && !Number.isNaN(at.getTime()) ? `${at.toISOString().slice(0, 19)}Z` : null
}
