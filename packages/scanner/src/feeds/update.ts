import { rm } from 'node:fs/promises'
import { type Downloaded, type DownloadOptions, download } from '../net/download.ts'
import type { Feed } from './feed.ts'
import type { FeedState, FeedStore } from './store.ts'

const TIME_LIMIT = 600_000 // milliseconds for one download
const SHRINK = 0.5 // of the records before: a copy that lost more is taken for a broken one

export interface UpdateOptions {
  /** Settings as environment variables: LASTHASH_FEED_MIRROR, LASTHASH_FEED_<NAME>, keys. */
  environment: Readonly<Record<string, string | undefined>>
  signal?: AbortSignal
  /** Takes a copy that lost more than half of its records all the same. */
  force?: boolean
  now?: () => Date
  /** The one that goes to the network, unless a test gives another. */
  download?: (options: DownloadOptions) => Promise<Downloaded>
}
export type UpdateResult =
  | { feed: string; outcome: 'updated' | 'unchanged'; state: FeedState }
  | { feed: string; outcome: 'failed'; message: string; state: FeedState | null }

/** From where a feed is fetched: its own setting, else the mirror’s, else where it is published. */
export function addressOf(feed: Feed, environment: UpdateOptions['environment']): string {
  const own = environment[settingOf(feed.name)]?.trim()
  if (own) return own
  const mirror = environment.LASTHASH_FEED_MIRROR?.trim()
  return mirror ? `${mirror.replace(/\/+$/, '')}/${feed.mirrorPath}` : feed.url
}

export function settingOf(feed: string): string {
  return `LASTHASH_FEED_${feed.toUpperCase().replaceAll('-', '_')}`
}

/** Renews one feed. Never rejects: whatever goes wrong, the last good copy stays, and the result says why. */
export async function updateFeed(feed: Feed, store: FeedStore, options: UpdateOptions): Promise<UpdateResult> {
  const { environment, signal, force = false, now = () => new Date() } = options
  const before = store.state(feed.name)
  const checked_at = rfc3339(now())
  const files: string[] = []
  try {
    const url = addressOf(feed, environment)
    if (!/^(?:https?|file):/.test(URL.parse(url)?.protocol ?? ''))
      throw new Error(`its address, ${JSON.stringify(url)}, is none that can be fetched`)
    const file = await store.scratch(feed.name)
    files.push(file)
    const same = before?.url === url ? before : null
    const got = await (options.download ?? download)({
      url,
      file,
      maxBytes: feed.maxBytes,
      timeoutMs: TIME_LIMIT,
      etag: same?.etag ?? null,
      lastModified: same?.last_modified ?? null,
      headers: keyOf(feed, environment),
      signal,
    })
    if (!got.changed) {
      if (!same) throw new Error(`${feed.name} is said to be unchanged, but there is no copy`)
      return { feed: feed.name, outcome: 'unchanged', state: await store.note(same, { checked_at, error: null }) }
    }
    const refuse = (error: Error) => {
      throw new Error(`what came is not what ${feed.name} publishes: ${error.message}`)
    }
    const next = await feed.follow?.(file).catch(refuse)
    const whole = next === undefined ? file : await followed(feed, store, new URL(next, url).href, options)
    if (whole !== file) files.push(whole)
    const { entries, date, records } = await feed.load(whole, whole === file ? undefined : file).catch(refuse)
    if (records < feed.least)
      throw new Error(`what came has ${records} records, and a whole copy at least ${feed.least}`)
    if (!force && before && records < before.records * SHRINK)
      throw new Error(`what came has ${records} records, and the copy before ${before.records}: taken for broken`)
    const state = await store.write(
      {
        name: feed.name,
        url,
        etag: got.etag,
        last_modified: got.lastModified,
        date: date ?? dateOfField(got.lastModified) ?? checked_at,
        fetched_at: checked_at,
        checked_at,
        records,
        bytes: got.bytes,
      },
      entries,
    )
    return { feed: feed.name, outcome: 'updated', state }
  } catch (error) {
    const message = (error as Error).message
    const state = before && (await store.note(before, { checked_at, error: message }).catch(() => before))
    return { feed: feed.name, outcome: 'failed', message, state }
  } finally {
    for (const file of files) await rm(file, { force: true })
  }
}

/** Fetches the file that another one told of; gives where it was put. */
async function followed(feed: Feed, store: FeedStore, url: string, options: UpdateOptions): Promise<string> {
  const file = await store.scratch(feed.name)
  await (options.download ?? download)({
    url,
    file,
    maxBytes: feed.maxBytes,
    timeoutMs: TIME_LIMIT,
    etag: null,
    lastModified: null,
    headers: keyOf(feed, options.environment),
    signal: options.signal,
  })
  return file
}

function keyOf({ key }: Feed, environment: UpdateOptions['environment']): Record<string, string> {
  const value = key && environment[key.variable]?.trim()
  return key && value ? key.header(value) : {}
}

function dateOfField(value: string | null): string | null {
  const at = value === null ? Number.NaN : Date.parse(value)
  return Number.isNaN(at) ? null : rfc3339(new Date(at))
}

function rfc3339(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}
