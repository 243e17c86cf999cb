import { SEVERITIES, type Severity, type SeverityCounts } from '@lasthash/scanner'
import type { Inline } from '../blocks.ts'
import type { Language, ReportData, ReportWebsite } from '../data.ts'
import { type Texts, textsFor } from '../texts/texts.ts'

/** Tells numbers and times in a language. Times are UTC, and say so where they have hours. */
export class Teller {
  readonly language: Language
  readonly texts: Texts
  readonly #number: Intl.NumberFormat
  readonly #date: Intl.DateTimeFormat
  readonly #short: Intl.DateTimeFormat
  readonly #time: Intl.DateTimeFormat

  constructor(language: Language) {
    this.language = language
    this.texts = textsFor(language)
    const locale = language === 'en' ? 'en-GB' : language
    this.#number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    this.#short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    this.#time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  }

  number(value: number): string {
    return this.#number.format(value)
  }
  /** With its sign: `+3`, `−2`, `0`. */
  change(value: number): string {
    return value === 0 ? '0' : `${value > 0 ? '+' : '−'}${this.number(Math.abs(value))}`
  }
  points(value: number): string {
    return this.texts.points(value, this.number(value))
  }
  /** `16 January 2026`; what is no time is told as it is. */
  date(at: string): string {
    return tell(this.#date, at)
  }
  /** `16 Jan`. */
  day(at: string | number): string {
    return tell(this.#short, at)
  }
  time(at: string): string {
    const told = tell(this.#time, at)
    return told === at ? at : `${told} UTC`
  }
}

function tell(format: Intl.DateTimeFormat, at: string | number): string {
  const time = new Date(at)
  return Number.isNaN(time.getTime()) ? String(at) : format.format(time)
}

/** What the report is about, in a few words. */
export function subjectOf({ title, scope, websites }: ReportData, { texts }: Teller): string {
  return title ?? scope ?? (websites.length === 1 ? websites[0]!.name : texts.websites(websites.length))
}

/** What stands under the title of every kind. */
export function aboutOf(data: ReportData, teller: Teller): { name: string; value: Inline }[] {
  const { texts } = teller
  const [website] = data.websites
  const about: { name: string; value: Inline }[] = []
  if (data.websites.length === 1 && website) {
    about.push({ name: texts.about.website, value: website.url })
    const { scan } = website
    if (scan) {
      about.push({
        name: texts.about.scan,
        value: texts.about.scanOf(texts.scanTypes[scan.scan_type], scan.scan_duration),
      })
      if (scan.completed_at) about.push({ name: texts.about.ended, value: teller.time(scan.completed_at) })
    }
  } else about.push({ name: texts.about.websites, value: teller.number(data.websites.length) })
  if (data.period) about.push({ name: texts.about.period, value: periodOf(data, teller)! })
  about.push({ name: texts.about.made, value: teller.time(data.generated_at) })
  if (data.id) about.push({ name: texts.about.report, value: { text: data.id, code: true } })
  return about
}

export function periodOf({ period }: ReportData, teller: Teller): string | null {
  return period && teller.texts.span(teller.date(period.from), teller.date(period.to))
}

export function scannedOf(
  websites: readonly ReportWebsite[],
): (ReportWebsite & { scan: NonNullable<ReportWebsite['scan']> })[] {
  return websites.filter(
    (one): one is ReportWebsite & { scan: NonNullable<ReportWebsite['scan']> } => one.scan?.security_score != null,
  )
}

/** Of all the websites' last scans together. */
export function totalOf(websites: readonly ReportWebsite[]): SeverityCounts {
  const total: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 }
  for (const { scan } of scannedOf(websites))
    for (const name of SEVERITIES) total[name] += scan.vulnerabilities[name] ?? 0
  return total
}

/** What the counts mean, in a sentence. */
export function verdictOf(counts: SeverityCounts, { texts }: Teller): string {
  const worst = (['critical', 'high', 'medium', 'low'] as const).find((name) => counts[name] > 0)
  return worst ? texts.verdict[worst](counts[worst]) : texts.verdict.none
}

export function severityTiles(
  counts: SeverityCounts,
  teller: Teller,
): { name: string; value: string; tone: Severity }[] {
  return SEVERITIES.map((tone) => ({
    name: teller.texts.severities[tone],
    value: teller.number(counts[tone] ?? 0),
    tone,
  }))
}
