import type { NoticeChange } from '../db/schema.ts'

/** What is told of an alert, for every system alike: adapters only choose the dialect. Plain data, kept as it was then. */
export interface Notice {
  change: NoticeChange
  alert: {
    id: string
    kind: string
    cause: string
    severity: string
    status: string
    summary: string
    occurrences: number
    data: Record<string, unknown>
    created_at: string
    resolved_at: string | null
  }
  website: { id: string; name: string; url: string }
  /** A page for people, where there is one. */
  link: string | null
}

/** One message. */
export interface Bundle {
  /** Of the delivery: the same over all tries. */
  id: string
  kind: 'alert' | 'digest' | 'test'
  /** Whose message it is. */
  brand: { name: string; mail_sender: { name: string; address: string } | null }
  /** RFC 3339: when it was due first, the same over all tries. */
  created_at: string
  /** Oldest first; of a test one that is made up. */
  notices: readonly Notice[]
}

const WORDS: Record<NoticeChange, string> = {
  opened: 'opened',
  worsened: 'has become worse',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
}

/** “Critical alert opened: Shop”. In words of ours but for the website's name. */
export function headline({ change, alert, website }: Notice): string {
  const severity = alert.severity.charAt(0).toUpperCase() + alert.severity.slice(1)
  return `${severity} alert ${WORDS[change]}: ${website.name}`
}

/** What stands above a message. */
export function titleOf({ kind, notices, brand }: Bundle): string {
  const [first] = notices
  if (kind === 'test') return `${brand.name}: this is a test`
  if (notices.length === 1 && first) return headline(first)
  const open = notices.filter(({ change }) => change !== 'resolved').length
  return `${brand.name}: ${notices.length} alerts, ${open} of them not resolved`
}

/** Name and value of each, in the order in which people ask. */
export function factsOf({ alert, website }: Notice): [name: string, value: string][] {
  return [
    ['Website', website.name === website.url ? website.url : `${website.name} (${website.url})`],
    ['Cause', alert.cause.replaceAll('_', ' ')],
    ['Since', alert.created_at],
    ...(alert.resolved_at ? [['Resolved', alert.resolved_at] as [string, string]] : []),
    ...(alert.occurrences > 1 ? [['Seen', `${alert.occurrences} times`] as [string, string]] : []),
    ['Alert', alert.id],
  ]
}

/** Of each alert what was told last, in the order in which they began: what opened and ended while it was held is one line. */
export function latestOfEach(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [notice.alert.id, notice])).values()]
}

/** What a test says. */
export function testNotice(channelId: string, at: string): Notice {
  return {
    change: 'opened',
    alert: {
      id: channelId.replace(/^chn_/, 'alt_test'),
      kind: 'uptime',
      cause: 'test',
      severity: 'info',
      status: 'open',
      summary: 'Nothing is wrong: somebody tests whether alerts arrive here.',
      occurrences: 1,
      data: {},
      created_at: at,
      resolved_at: null,
    },
    website: { id: 'ws_test', name: 'Example', url: 'https://example.com/' },
    link: null,
  }
}

/** At most `most` characters, the last an ellipsis where something was cut off; no half of a surrogate pair. */
export function clipped(text: string, most: number): string {
  const whole = text.replaceAll('\0', '\uFFFD').toWellFormed()
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** On one line: control characters and what turns the direction of writing are taken out. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
}
