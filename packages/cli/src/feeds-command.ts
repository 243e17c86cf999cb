import { resolve } from 'node:path'
import type { Feed } from '@lasthash/scanner/feeds/feed'
import { FEEDS } from '@lasthash/scanner/feeds/index'
import { FeedStore } from '@lasthash/scanner/feeds/store'
import { type UpdateResult, updateFeed } from '@lasthash/scanner/feeds/update'
import { safeJson } from '@lasthash/scanner/report/escape'

import { CliError, COULD_NOT_RUN, type ExitCode } from './cli-error.ts'
import { deliver } from './deliver.ts'
import { feedsFolder } from './feeds-folder.ts'
import { nearest } from './nearest.ts'
import { stopSignal } from './stop-signal.ts'

export interface FeedsCommand {
  /** `status` or `update`. */
  action: string
  /** Empty: all of them. */
  feeds: readonly string[]
  force: boolean
  json: boolean
}

const DAY = 86_400_000 // milliseconds

/** `lasthash feeds status` and `lasthash feeds update [NAME…]`. Ends with 2 where a feed could not be renewed. */
export async function runFeeds(
  { action, feeds: names, force, json }: FeedsCommand,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const feeds = chosen(names)
  const folder = feedsFolder(environment)
  const store = new FeedStore(folder)
  if (action === 'status') {
    if (json) {
      const data = feeds.map(({ name, title }) => ({ name, title, ...store.state(name) }))
      await deliver(`${safeJson({ object: 'list', data, has_more: false, next_cursor: null })}\n`, null)
      return 0
    }
    await deliver(`${[...statusLines(feeds, store), `Kept in ${resolve(folder)}.`].join('\n')}\n`, null)
    return 0
  }
  const signal = stopSignal()
  let failed = 0
  const results: unknown[] = []
  for (const feed of feeds) {
    process.stderr.write(`${feed.name}: fetching\n`)
    const result = await updateFeed(feed, store, { environment, signal, force })
    if (result.outcome === 'failed') failed++
    results.push({ name: feed.name, ...result })
    if (!json) await deliver(`${line(feed, result)}\n`, null)
    if (signal.aborted) throw new CliError('Stopped.')
  }
  if (json) await deliver(`${safeJson(results)}\n`, null)
  if (failed === 0) return 0
  process.stderr.write(`${failed} of ${feeds.length} could not be renewed; what was there before is kept.\n`)
  return COULD_NOT_RUN
}

function chosen(names: readonly string[]): readonly Feed[] {
  if (names.length === 0) return FEEDS
  const known = FEEDS.map(({ name }) => name)
  return names.map((name) => {
    const feed = FEEDS.find((one) => one.name === name)
    if (feed) return feed
    const meant = nearest(name, known)
    throw new CliError(
      `There is no feed ${JSON.stringify(name)}. ${meant ? `Did you mean ${meant}?` : `There are: ${known.join(', ')}.`}`,
    )
  })
}

function statusLines(feeds: readonly Feed[], store: FeedStore): string[] {
  const width = Math.max(...feeds.map(({ name }) => name.length))
  return feeds.map(({ name, title }) => {
    const state = store.state(name)
    if (!state) return `${name.padEnd(width)}  not fetched                      ${title}`
    const age = Math.max(0, Math.floor((Date.now() - Date.parse(state.date)) / DAY))
    const told = `${state.records} records of ${state.date.slice(0, 10)} (${age} d)`
    return `${name.padEnd(width)}  ${told.padEnd(31)}  ${title}${state.error ? `\n${' '.repeat(width)}  last update failed: ${state.error}` : ''}`
  })
}

function line({ name }: Feed, result: UpdateResult): string {
  if (result.outcome === 'failed') return `${name}: failed: ${result.message}`
  const { records, date } = result.state
  return `${name}: ${result.outcome}, ${records} records of ${date.slice(0, 10)}`
}
