import { type ContentReading, contentSimilarity } from '@lasthash/scanner'
import type { Thresholds } from './thresholds.ts'
import type { Trouble } from './trouble.ts'

const MAX_CHANGE = 30 // percent: news and offers change a part of a page, defacement most of it

/** The page's text is largely another, or its title is. Small changes are followed silently. */
export function contentTroubles(
  reading: ContentReading,
  before: ContentReading | null,
  { max_change_percent = MAX_CHANGE }: Thresholds,
): Trouble[] {
  if (!before) return []
  const percent = reading.digest === before.digest ? 0 : Math.round(100 * (1 - contentSimilarity(before, reading)))
  const isRetitled = stable(reading.title) !== stable(before.title)
  if (percent <= max_change_percent && !isRetitled) return []
  const summary = isRetitled
    ? `The start page has another title, and ${percent}% of its text has changed.`
    : `${percent}% of the start page’s text has changed; ${max_change_percent}% are allowed.`
  const data = { changed_percent: percent, before: shown(before), after: shown(reading) }
  const severity = percent > 80 ? 'high' : 'medium'
  return [{ cause: 'content_changed', severity, summary, data, event: 'content.changed', isChange: true }]
}

/** A reading without what only comparing needs. */
export function shown({ url, status, title, digest, words }: ContentReading) {
  return { url, status, title, digest, words }
}

/** Counters of unread messages and the like are not the title. */
function stable(title: string | null): string {
  return (title ?? '').replace(/[\d()\s]+/g, ' ').trim()
}
