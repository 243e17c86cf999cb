import { type Adapter, ARRIVED } from './adapter.ts'
import { type Bundle, clipped, factsOf, headline, type Notice, oneLine, titleOf } from './notice.ts'

const SUBJECT = 200 // characters; more is shown nowhere
const LISTED = 200 // alerts of a digest

/** Mail, as text and as HTML. */
export const mail: Adapter = {
  combines: true,
  compose(bundle, settings) {
    const [first] = bundle.notices
    return [
      {
        by: 'mail',
        from: bundle.brand.mail_sender,
        to: settings.to as string[],
        subject: clipped(oneLine(titleOf(bundle)), SUBJECT),
        text: textOf(bundle),
        html: htmlOf(bundle),
        id: bundle.id,
        thread: bundle.kind === 'alert' && first ? first.alert.id : null,
      },
    ]
  },
  /** 4xx passes, 5xx stays (RFC 5321 section 4.2.1). */
  read({ status, error }) {
    if (error === null) return ARRIVED
    return { error, final: status >= 500, gone: false }
  },
}

function shownOf(bundle: Bundle): { shown: readonly Notice[]; left: number } {
  const shown = bundle.notices.slice(0, LISTED)
  return { shown, left: bundle.notices.length - shown.length }
}

function textOf(bundle: Bundle): string {
  const { shown, left } = shownOf(bundle)
  const parts = shown.map((notice) =>
    [
      oneLine(headline(notice)),
      oneLine(notice.alert.summary),
      ...factsOf(notice).map(([name, value]) => `  ${name}: ${oneLine(value)}`),
      ...(notice.link ? [`  Report: ${notice.link}`] : []),
    ].join('\n'),
  )
  if (left > 0) parts.push(`And ${left} more: GET /v1/alerts lists them.`)
  return `${oneLine(titleOf(bundle))}\n\n${parts.join('\n\n')}\n\n-- \nSent by ${oneLine(bundle.brand.name)}.\n`
}

function htmlOf(bundle: Bundle): string {
  const { shown, left } = shownOf(bundle)
  const parts = shown.map((notice) => {
    const rows = factsOf(notice).map(
      ([name, value]) => `<tr><th align="left">${escaped(name)}</th><td>${escaped(value)}</td></tr>`,
    )
    const link = notice.link ? `<p><a href="${escaped(notice.link)}">Open the report</a></p>` : ''
    return `<h2>${escaped(headline(notice))}</h2><p>${escaped(notice.alert.summary)}</p><table>${rows.join('')}</table>${link}`
  })
  const more = left > 0 ? `<p>And ${left} more: GET /v1/alerts lists them.</p>` : ''
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(titleOf(bundle))}</title><body style="font-family:sans-serif"><h1>${escaped(titleOf(bundle))}</h1>${parts.join('')}${more}<p><small>Sent by ${escaped(bundle.brand.name)}.</small></p></body></html>`
}

/** For an element or a quoted attribute. */
function escaped(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
