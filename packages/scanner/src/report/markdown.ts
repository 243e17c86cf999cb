import type { Severity } from '../check.ts'
import { SEVERITIES } from '../score.ts'
import { type ScanDocument, type VulnerabilityObject, weighs, worstFirst } from './document.ts'
import { escapeMarkup, visibleLine } from './escape.ts'
import { textsOf } from './finding-texts.ts'

export interface MarkdownOptions {
  /** What the gate says; null where there is none. */
  verdict?: { passed: boolean; reasons: readonly string[] } | null
  /** What became of an earlier scan's findings. */
  since?: {
    fresh: readonly VulnerabilityObject[]
    fixed: readonly VulnerabilityObject[]
    notTested: readonly VulnerabilityObject[]
  } | null
}

const MOST_ROWS = 40 // a table: comments on GitHub take 65,536 characters
const LONGEST = 200 // characters in one cell
const MARKS: Record<Severity, string> = { critical: '🟥', high: '🟧', medium: '🟨', low: '🟦', info: '⬜' }

/**
 * A summary in GitHub's Markdown: score, gate, what is new and what is fixed, and all findings folded away. What the target
 * chose is escaped, or stands in code spans, where neither links nor mentions work.
 */
export function markdownReport(document: ScanDocument, { verdict = null, since = null }: MarkdownOptions = {}): string {
  const { scan, vulnerabilities } = document
  const found = worstFirst(vulnerabilities)
  const gate = verdict === null ? '' : verdict.passed ? ' — gate passed ✅' : ' — gate failed ❌'
  const counts = SEVERITIES.map((severity) => {
    const count = found.filter((one) => one.severity === severity && (weighs(one) || severity === 'info')).length
    return `${MARKS[severity]} ${count} ${severity}`
  })
  const blocks = [
    `## LastHash: ${scan.security_score ?? '–'} (${scan.grade ?? '–'})${gate}`,
    `${codeSpan(scan.url)} · ${scan.scan_type} scan, ${scan.scan_duration ?? 0} s · ${counts.join(' · ')}`,
    ...(verdict ? verdict.reasons.map((reason) => `- ${plain(reason)}`) : []),
    ...(since ? changes(since) : []),
    ...folded(`All findings (${found.length})`, found),
    ...(scan.report_url && /^https?:\/\/[^\s()<>]+$/.test(scan.report_url)
      ? [`[Full report](${scan.report_url})`]
      : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

function changes({ fresh, fixed, notTested }: NonNullable<MarkdownOptions['since']>): string[] {
  const sum = `**Against the baseline:** ${fresh.length} new, ${fixed.length} fixed, ${notTested.length} not tested again`
  return [
    sum,
    ...(fresh.length > 0 ? ['### New', table(fresh)] : []),
    ...folded(`Fixed (${fixed.length})`, fixed),
    ...folded(`Not tested again (${notTested.length})`, notTested),
  ]
}

function folded(title: string, found: readonly VulnerabilityObject[]): string[] {
  if (found.length === 0) return []
  return [`<details><summary>${title}</summary>\n\n${table(found)}\n\n</details>`]
}

function table(found: readonly VulnerabilityObject[]): string {
  const rows = found.slice(0, MOST_ROWS).map((one) => {
    const { fix } = textsOf(one)
    const more = one.location_count > 1 ? ` and ${one.location_count - 1} more` : ''
    const where = one.locations[0] ? codeSpan(one.locations[0].url) + more : ''
    const marked = one.confidence === 'tentative' ? ' (tentative)' : ''
    return `| ${MARKS[one.severity]} ${one.severity}${marked} | ${plain(one.title)} | ${where} | ${plain(fix)} |`
  })
  const rest = found.length - rows.length
  return [
    '| Severity | What | Where | How to mend it |',
    '|---|---|---|---|',
    ...rows,
    ...(rest > 0 ? [`\n…and ${rest} more.`] : []),
  ].join('\n')
}

/** Text that stays text: no markup, no link, no mention. */
function plain(text: string): string {
  return escapeMarkup(cut(visibleLine(text)))
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(/:\/\//g, ':&#8203;//')
    .replace(/@/g, '(at)')
}

/** Nothing in a code span is markup; only its own fence, and the bar between cells, need care. */
function codeSpan(text: string): string {
  return `\`${cut(visibleLine(text)).replaceAll('`', '%60').replaceAll('|', '%7C')}\``
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).toWellFormed()}…`
}
