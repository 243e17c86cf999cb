import type { ShownBrand } from '../branding.ts'
import type { MailCall } from '../integrations/adapter.ts'
import { escapeHtml } from '../pages/page.ts'
import type { ReportSpec, ReportSummary } from '../resources/reports/spec.ts'
import { MAIL_TEXTS } from './mail-texts.ts'

const LOGO = 'logo' // Content-ID of the brand's logo
const LONGEST_SUBJECT = 200 // characters

/** What one mail tells. */
export interface ReportMail {
  /** Of the delivery: the same over all tries. */
  id: string
  to: string
  brand: ShownBrand
  schedule: string
  message: string
  spec: Pick<ReportSpec, 'kind' | 'language' | 'title'>
  summary: ReportSummary | null
  /** Links to the files, with when they end; null: the files go with the mail. */
  links: readonly { format: string; url: string; until: Date }[] | null
  unsubscribe: string
}

/** The mail as text and as HTML, in the brand of whose report it is; strings of people and websites are escaped. */
export function reportMail(mail: ReportMail): MailCall {
  const { brand, spec } = mail
  const texts = MAIL_TEXTS[spec.language] ?? MAIL_TEXTS.en!
  const name = brand.name ?? 'LastHash'
  const title = oneLine(spec.title ?? texts.kinds[spec.kind])
  const facts = factsOf(mail)
  const files = mail.links
    ? [
        texts.links(dateOf(mail.links[0]!.until, spec.language)),
        ...mail.links.map(({ format, url }) => `${texts.download(format.toUpperCase())}: ${url}`),
      ]
    : [texts.attached]
  const why = texts.why(oneLine(mail.schedule))
  const text = [
    title,
    ...(mail.message ? [mail.message] : []),
    facts.map(([what, value]) => `${what}: ${value}`).join('\n'),
    files.join('\n'),
    `-- \n${why}\n${texts.unsubscribe}: ${mail.unsubscribe}`,
  ]
  return {
    by: 'mail',
    from: brand.mail_sender,
    to: [mail.to],
    subject: `${oneLine(name)}: ${title}`.slice(0, LONGEST_SUBJECT),
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: htmlOf(mail, { name, title, facts, why, lang: spec.language }),
    id: mail.id,
    thread: null,
  }
}

/** RFC 8058: one click in the reader's mail program, without a page in between. */
export function unsubscribeHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** The brand's logo as a part of the mail: mail programs show no `data:` addresses. */
export function logoOf({ logo }: Pick<ShownBrand, 'logo'>) {
  const [, type, base64] = /^data:(image\/(?:png|jpeg));base64,(.+)$/.exec(logo ?? '') ?? []
  if (!type) return []
  const content = Buffer.from(base64!, 'base64')
  return [{ filename: `logo.${type.slice('image/'.length)}`, content, contentType: type, cid: LOGO }]
}

function factsOf({ summary, spec }: ReportMail): [string, string][] {
  if (!summary) return []
  const texts = MAIL_TEXTS[spec.language] ?? MAIL_TEXTS.en!
  const { security_score, grade, vulnerabilities, websites } = summary
  const counts = (['critical', 'high', 'medium', 'low'] as const).map(
    (severity, n) => `${vulnerabilities[severity]} ${texts.severities[n]}`,
  )
  return [
    ...(security_score === null
      ? []
      : [
          [
            texts.score,
            `${new Intl.NumberFormat(spec.language).format(security_score)}${grade ? ` (${grade})` : ''}, ${texts.websites(websites)}`,
          ] as [string, string],
        ]),
    [texts.open, counts.join(', ')],
  ]
}

interface Shown {
  name: string
  title: string
  facts: readonly [string, string][]
  why: string
  lang: string
}

function htmlOf({ brand, message, links, unsubscribe, spec }: ReportMail, { name, title, facts, why, lang }: Shown) {
  const texts = MAIL_TEXTS[spec.language] ?? MAIL_TEXTS.en!
  const { primary, accent } = brand.colors ?? { primary: '#0c1628', accent: '#1459b3' }
  const rows = facts.map(
    ([what, value]) =>
      `<tr><th align="left" style="padding:4px 16px 4px 0;font-weight:600">${escapeHtml(what)}</th><td style="padding:4px 0">${escapeHtml(value)}</td></tr>`,
  )
  const files = links
    ? `<p>${escapeHtml(texts.links(dateOf(links[0]!.until, lang)))}</p>${links
        .map(
          ({ format, url }) =>
            `<p><a href="${escapeHtml(url)}" style="display:inline-block;background:${accent};color:#fff;padding:10px 18px;border-radius:8px;text-decoration:none;font-weight:600">${escapeHtml(texts.download(format.toUpperCase()))}</a></p>`,
        )
        .join('')}`
    : `<p>${escapeHtml(texts.attached)}</p>`
  const said = message ? `<p style="white-space:pre-line">${escapeHtml(message)}</p>` : ''
  const logo =
    logoOf(brand).length > 0
      ? `<img src="cid:${LOGO}" alt="" height="32" style="vertical-align:middle;margin-right:12px">`
      : ''
  const footer = brand.report_footer ? `<p>${escapeHtml(brand.report_footer)}</p>` : ''
  return `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head><body style="margin:0;background:#f4f6f9;color:#131c2e;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"><div style="background:${primary};color:#fff;padding:18px 24px;font-weight:650">${logo}${escapeHtml(name)}</div><div style="max-width:560px;padding:24px"><h1 style="font-size:22px;margin:0 0 16px">${escapeHtml(title)}</h1>${said}<table style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>${files}<div style="border-top:1px solid #c3ccd9;margin-top:24px;padding-top:12px;font-size:13px;color:#4d5970">${footer}<p>${escapeHtml(why)} <a href="${escapeHtml(unsubscribe)}" style="color:#4d5970">${escapeHtml(texts.unsubscribe)}</a></p></div></div></body></html>`
}

function dateOf(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

/** A line of a header, or of text: no line ends in it. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
