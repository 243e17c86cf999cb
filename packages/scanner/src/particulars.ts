import type { Confidence, Outcome, Severity } from './check.ts'
import type { KnownFlaw } from './feeds/match.ts'
import type { Finding } from './finding.ts'

/**
 * What a finding tells beyond its outcome, as data: a check says which software and what is known of it; the sentences are
 * made here.
 */
export interface Particulars {
  /** In place of the outcome's own. */
  severity?: Severity
  confidence?: Confidence
  software?: NonNullable<Finding['software']>
  /** Worst first. */
  advisories?: readonly KnownFlaw[]
  /** What `{name}`, `{version}` and so on stand for in the outcome's `particular` texts. */
  values?: Readonly<Record<string, string | null>>
  references?: readonly string[]
}

const TOLD = 5 // flaws told in the description; the finding's list has them all

/** The outcome with its texts for this very case. */
export function particular(outcome: Outcome, particulars: Particulars | undefined): Outcome {
  if (!particulars) return outcome
  const { values = {}, advisories = [] } = particulars
  const { title, why, fix } = outcome.particular ?? {}
  return {
    ...outcome,
    title: filled(title, values) ?? outcome.title,
    why: [filled(why, values) ?? outcome.why, ...(advisories.length > 0 ? [told(advisories)] : [])].join(' '),
    fix: filled(fix, values) ?? outcome.fix,
  }
}

/** The text with its values; undefined where one of them is not known. */
function filled(text: string | undefined, values: Readonly<Record<string, string | null>>): string | undefined {
  if (text === undefined) return undefined
  let complete = true
  const made = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === null) complete = false
    return value ?? ''
  })
  return complete ? made : undefined
}

function told(advisories: readonly KnownFlaw[]): string {
  const rest = advisories.length - TOLD
  return [...advisories.slice(0, TOLD).map(oneLine), ...(rest > 0 ? [`And ${rest} more.`] : [])].join(' ')
}

/** `CVE-2020-11022: … (medium, CVSS 6.9, EPSS 12 %, mended in 3.5.0; osv of 2026-01-15).` */
function oneLine({ id, cve, severity, summary, cvss, epss, exploited_since, fixed_in, feeds }: KnownFlaw): string {
  const facts = [
    severity,
    cvss && `CVSS ${cvss.score}`,
    epss && `EPSS ${percent(epss.score)}`,
    exploited_since && `exploited since ${exploited_since} at the latest (CISA)`,
    fixed_in ? `mended in ${fixed_in}` : 'not mended in this line',
  ].filter(Boolean)
  const sources = feeds.map(({ name, date }) => `${name} of ${date.slice(0, 10)}`).join(', ')
  return `${cve ?? id}: ${summary.replace(/[.\s]+$/, '')} (${facts.join(', ')}; by ${sources}).`
}

function percent(share: number): string {
  const value = share * 100
  return `${value >= 10 ? Math.round(value) : value.toFixed(1)} %`
}
