import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What is known of a feed's copy on this machine. */
export interface FeedState {
  name: string
  /** From where the present copy came. */
  url: string
  etag: string | null
  last_modified: string | null
  /** Of what day the data is, by its own words where it has any. RFC 3339. */
  date: string
  /** When the present copy was fetched, and when it was last looked for. */
  fetched_at: string
  checked_at: string
  records: number
  bytes: number
  /** The folder that holds it. */
  generation: string
  /** Why the last update failed; the copy is then the last good one. */
  error: string | null
}

const SHARDS = 256
const CACHED = 64 // shards kept in memory, over all feeds
const STATE = 'state.json'

/**
 * Feeds on disk, each cut into small files by key, so that looking up a package reads a few kilobytes however large the feed
 * is. A copy is written beside the old one and then takes its place in one rename.
 */
export class FeedStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Null where there is no copy, or none that can be read. */
  state(feed: string): FeedState | null {
    try {
      const state = JSON.parse(readFileSync(join(this.#folder, feed, STATE), 'utf8')) as FeedState
      return typeof state.generation === 'string' ? state : null
    } catch {
      return null
    }
  }

  /** The names of the feeds of which there is a copy. */
  names(): string[] {
    try {
      return readdirSync(this.#folder).filter((name) => this.state(name) !== null)
    } catch {
      return []
    }
  }

  /** What stands under a key in the copy that `state` tells of; empty where nothing does. */
  read<T>(state: FeedState, key: string): readonly T[] {
    const shard = shardOf(key)
    const path = join(this.#folder, state.name, state.generation, `${shard}.json`)
    const known = cache.get(path) ?? load(path)
    // Used last, dropped last.
    cache.delete(path)
    cache.set(path, known)
    if (cache.size > CACHED) cache.delete(cache.keys().next().value!)
    return (known.get(key) ?? []) as readonly T[]
  }

  /** A place for a download, on the same disk. */
  async scratch(feed: string): Promise<string> {
    const folder = join(this.#folder, feed)
    await mkdir(folder, { recursive: true })
    return join(folder, `.download-${randomBytes(6).toString('hex')}`)
  }

  /** Takes in a new copy; the old one is there until this one is. */
  async write(
    state: Omit<FeedState, 'generation' | 'error'>,
    entries: ReadonlyMap<string, readonly unknown[]>,
  ): Promise<FeedState> {
    const generation = `copy-${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`
    const folder = join(this.#folder, state.name, generation)
    await mkdir(folder, { recursive: true })
    const shards = new Map<string, Record<string, readonly unknown[]>>()
    for (const [key, values] of entries) {
      const shard = shardOf(key)
      const of = shards.get(shard) ?? (Object.create(null) as Record<string, readonly unknown[]>)
      of[key] = values
      shards.set(shard, of)
    }
    for (const [shard, of] of shards) await writeFile(join(folder, `${shard}.json`), JSON.stringify(of))
    const whole: FeedState = { ...state, generation, error: null }
    await this.#writeState(whole)
    await this.#tidy(state.name, generation)
    return whole
  }

  /** Writes down that the present copy was looked after, or why it could not be renewed. */
  async note(state: FeedState, changes: Partial<Pick<FeedState, 'checked_at' | 'error'>>): Promise<FeedState> {
    const changed = { ...state, ...changes }
    await this.#writeState(changed)
    return changed
  }

  async #writeState(state: FeedState): Promise<void> {
    const path = join(this.#folder, state.name, STATE)
    const beside = `${path}.${randomBytes(4).toString('hex')}`
    const file = await open(beside, 'w')
    try {
      await file.writeFile(`${JSON.stringify(state, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  }

  /** Removes what is left of older copies and broken downloads, but not what another process writes right now. */
  async #tidy(feed: string, keep: string): Promise<void> {
    const folder = join(this.#folder, feed)
    const copies = (await readdir(folder)).filter((name) => name.startsWith('copy-') && name !== keep).sort()
    // The copy before this one may still be read from by a scan that runs.
    for (const name of copies.slice(0, -1)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

const cache = new Map<string, ReadonlyMap<string, readonly unknown[]>>()

function load(path: string): ReadonlyMap<string, readonly unknown[]> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, readonly unknown[]>))
  } catch {
    return new Map()
  }
}

function shardOf(key: string): string {
  const [byte] = createHash('sha1').update(key).digest()
  return (byte! % SHARDS).toString(16).padStart(2, '0')
}

/** Reads a downloaded file as JSON. Throws with a sentence. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new Error('it is not JSON')
  }
}
