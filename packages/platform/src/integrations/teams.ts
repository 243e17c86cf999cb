import { type Adapter, readHttp } from './adapter.ts'
import { type Bundle, clipped, factsOf, headline, type Notice, oneLine, titleOf } from './notice.ts'

const MOST_BYTES = 28_000 // of a message; 28 KB is the documented limit
const SUMMARY = 2_000 // characters
const FACT = 500
const TITLE = 200

const COLORS: Record<string, string> = { critical: 'attention', high: 'attention', medium: 'warning' }

/**
 * Microsoft Teams by the webhook of a workflow, as an Adaptive Card. What comes from websites stands in text runs alone,
 * which, unlike text blocks, know no Markdown (adaptivecards.io/explorer/TextRun.html).
 */
export const teams: Adapter = {
  combines: true,
  compose(bundle, settings) {
    return [
      {
        by: 'http',
        url: String(settings.url),
        headers: { 'content-type': 'application/json' },
        body: fitting(bundle),
      },
    ]
  },
  // The workflow was deleted, or its address is no longer good.
  read: (answer) => readHttp(answer, [401, 403, 404, 410]),
}

/** With fewer notices, until it is no larger than Teams takes. */
function fitting(bundle: Bundle): string {
  for (let shown = bundle.notices.length; ; shown = Math.floor(shown * 0.8)) {
    const body = JSON.stringify(messageOf(bundle, shown))
    if (Buffer.byteLength(body) <= MOST_BYTES || shown <= 1) return body
  }
}

function messageOf(bundle: Bundle, shown: number) {
  const left = bundle.notices.length - shown
  const [first] = bundle.notices
  const body =
    bundle.kind === 'digest'
      ? bundle.notices.slice(0, shown).flatMap((notice) => lines(notice, false))
      : lines(first!, true)
  const link = bundle.kind === 'alert' ? first?.link : null
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: clipped(harmless(titleOf(bundle)), TITLE),
          msteams: { width: 'Full' },
          body: [
            runs([{ text: clipped(titleOf(bundle), TITLE), size: 'large', weight: 'bolder', ...colorOf(bundle) }]),
            ...body,
            ...(left > 0 ? [runs([{ text: `And ${left} more: GET /v1/alerts lists them.`, isSubtle: true }])] : []),
          ],
          ...(link ? { actions: [{ type: 'Action.OpenUrl', title: 'Open the report', url: link }] } : {}),
        },
      },
    ],
  }
}

function lines(notice: Notice, alone: boolean): object[] {
  const summary = runs([{ text: clipped(notice.alert.summary, alone ? SUMMARY : FACT) }])
  if (!alone)
    return [
      { ...runs([{ text: clipped(headline(notice), TITLE), weight: 'bolder' }]), separator: true },
      summary,
      runs([{ text: `${notice.alert.created_at} · ${notice.alert.id}`, isSubtle: true }]),
    ]
  return [
    summary,
    ...factsOf(notice).map(([name, value]) =>
      runs([{ text: `${name}: `, weight: 'bolder' }, { text: clipped(value, FACT) }]),
    ),
  ]
}

function runs(inlines: { text: string; [style: string]: unknown }[]) {
  return {
    type: 'RichTextBlock',
    inlines: inlines.map(({ text, ...style }) => ({ type: 'TextRun', ...style, text: harmless(text) || '–' })),
  }
}

/** On one line, and with no function of cards in it such as `{{DATE(…)}}`. */
function harmless(text: string): string {
  return oneLine(text).replaceAll('{{', '{ {')
}

function colorOf({ kind, notices }: Bundle) {
  const [first] = notices
  if (kind !== 'alert' || !first) return {}
  const color = first.change === 'resolved' ? 'good' : COLORS[first.alert.severity]
  return color ? { color } : {}
}
