import { join } from 'node:path'
import { FEEDS } from '@lasthash/scanner/feeds/index'
import { FeedStore } from '@lasthash/scanner/feeds/store'
import { updateFeed } from '@lasthash/scanner/feeds/update'
import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { FEEDS_QUEUE, type ScanQueue } from './queue.ts'

const EVERY = '17 3 * * *' // UTC; not on the hour, when everyone asks
const ONCE_IN = 600 // seconds in which asking again changes nothing

export interface FeedsJob {
  /** Empty: all of them. */
  feeds: readonly string[]
}

/** Where the feeds of this machine are kept. */
export function feedsFolder({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'feeds')
}

/** Has one worker at a time fetch vulnerability data, once a day and when it is asked for. */
export async function startUpdatingFeeds(context: Context): Promise<void> {
  const { boss } = context.queue
  await boss.work<FeedsJob>(FEEDS_QUEUE, { pollingIntervalSeconds: 2 }, async ([job]) =>
    updateFeeds(context, job?.data?.feeds ?? []),
  )
  if (context.config.feedUpdates) await boss.schedule(FEEDS_QUEUE, EVERY, { feeds: [] })
  else await boss.unschedule(FEEDS_QUEUE)
}

/** Asks for an update. Asked twice within ten minutes for the same feeds, it is done once. */
export async function askForFeeds({ boss }: ScanQueue, feeds: readonly string[]): Promise<void> {
  const singletonKey = [...feeds].sort().join(' ') || 'all'
  await boss.send(FEEDS_QUEUE, { feeds }, { singletonKey, singletonSeconds: ONCE_IN })
}

/** Renews the named feeds, or all. What cannot be renewed keeps its last good copy, and is told in the log. */
export async function updateFeeds(
  { config, log }: Pick<Context, 'config' | 'log'>,
  names: readonly string[],
): Promise<void> {
  const store = new FeedStore(feedsFolder(config))
  for (const feed of FEEDS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const result = await updateFeed(feed, store, { environment: config.feedSettings })
    if (result.outcome === 'failed')
      log.warn({ feed: feed.name, reason: result.message }, 'a feed could not be renewed')
    else log.info({ feed: feed.name, records: result.state.records, date: result.state.date }, `feed ${result.outcome}`)
  }
}
