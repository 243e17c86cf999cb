import type { CheckStatus, Coverage, CrawlCoverage } from '../result.ts'
import { SEVERITIES } from '../score.ts'
import { NOT_FOLLOWED } from './crawl-words.ts'
import { type ScanDocument, type ScanObject, type VulnerabilityObject, weighs, worstFirst } from './document.ts'
import { visible, visibleLine } from './escape.ts'
import { textsOf } from './finding-texts.ts'
import { tlsLine } from './tls-line.ts'
import { cells, wrap } from './wrap.ts'

export interface TextOptions {
  /** Columns of the terminal, 40 and more. Default 80. */
  width?: number
  /** ANSI colours (ECMA-48). Default none. */
  color?: boolean
}

const SHOWN_PLACES = 3
const LABEL = 8 // columns that labels take: Where, Why, Fix, Repeat

const STYLES = {
  bold: '1',
  faint: '2',
  good: '32',
  critical: '1;97;41',
  high: '1;31',
  medium: '33',
  low: '36',
  info: '2',
} as const
type Style = keyof typeof STYLES
type Paint = (style: Style, text: string) => string

const STATUS_WORDS: Record<CheckStatus, string> = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'not applicable',
  not_gathered: 'not gathered',
  error: 'broke',
}

const ENDS: Record<ScanObject['status'], string> = {
  queued: 'The scan waits for its turn',
  running: 'The scan is running',
  done: 'The scan is done',
  failed: 'The scan failed',
  canceled: 'The scan was canceled',
}

/** What a person reads on a terminal: score, what was found, worst first, with place, reason and cure, and what was tested. */
export function textReport({ scan, vulnerabilities, coverage }: ScanDocument, options: TextOptions = {}): string {
  const width = Math.max(40, options.width ?? 80)
  const paint: Paint = options.color ? (style, text) => `\x1b[${STYLES[style]}m${text}\x1b[0m` : (_, text) => text
  const blocks = [headOf(scan, vulnerabilities, width, paint)]
  const sorted = worstFirst(vulnerabilities)
  for (const severity of SEVERITIES) {
    const group = sorted.filter((one) => one.severity === severity)
    if (group.length === 0) continue
    blocks.push([paint(severity, ` ${severity.toUpperCase()} `) + paint('faint', ` ${group.length}`)])
    for (const one of group) blocks.push(findingOf(one, width, paint))
  }
  if (vulnerabilities.length === 0 && scan.status === 'done') blocks.push([paint('good', 'Nothing was found.')])
  if (coverage) blocks.push(coverageOf(coverage, width, paint))
  return `\n${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function headOf(
  scan: ScanObject,
  vulnerabilities: readonly VulnerabilityObject[],
  width: number,
  paint: Paint,
): string[] {
  const lines = wrap(visibleLine(scan.url), width).map((line) => paint('bold', line))
  if (scan.security_score === null) {
    const reason = scan.error ? `: ${visibleLine(scan.error.message)}` : '.'
    return [...lines, ...wrap(`${ENDS[scan.status]}${reason}`, width)]
  }
  const style: Style = scan.security_score >= 90 ? 'good' : scan.security_score >= 70 ? 'medium' : 'high'
  lines.push(
    `${paint('bold', 'Score')}  ${paint(style, `${scan.security_score}/100`)}  ${paint('bold', 'Grade')}  ${paint(style, scan.grade ?? '–')}`,
  )
  lines.push(...talliesOf(scan, width, paint))
  const aside = vulnerabilities.filter((one) => !weighs(one)).length
  if (aside > 0) {
    const weigh = aside === 1 ? 'weighs' : 'weigh'
    lines.push(...faintly(`${aside} more ${weigh} nothing: tentative, accepted, or marked as false.`, width, paint))
  }
  if (scan.score_cap) {
    const { because, limit } = scan.score_cap
    lines.push(...faintly(`With any ${because} finding the score is at most ${limit}.`, width, paint))
  }
  lines.push(
    ...faintly(`${scan.scan_type} scan, ${scan.scan_duration ?? 0} s, ended ${scan.completed_at ?? '–'}`, width, paint),
  )
  return lines
}

/** `2 high · 5 medium`, on one line where it fits, else each on its own. */
function talliesOf({ vulnerabilities }: ScanObject, width: number, paint: Paint): string[] {
  const tallies = SEVERITIES.map((severity) => ({ severity, text: `${vulnerabilities[severity]} ${severity}` }))
  const painted = tallies.map(({ severity, text }) => paint(vulnerabilities[severity] > 0 ? severity : 'faint', text))
  const fits = cells(tallies.map(({ text }) => text).join(' · ')) <= width
  return fits ? [painted.join(paint('faint', ' · '))] : painted
}

function findingOf(one: VulnerabilityObject, width: number, paint: Paint): string[] {
  const { why, seen, fix, settings } = textsOf(one)
  const marks = [
    visibleLine(one.check),
    one.confidence,
    ...(one.status === 'open' ? [] : [one.status.replaceAll('_', ' ')]),
    ...(one.cve ? [visibleLine(one.cve)] : []),
    ...(one.cwe ? [`CWE-${one.cwe}`] : []),
    weighs(one) && one.score_impact > 0 ? `−${one.score_impact}` : 'costs nothing',
  ]
  const label = (name: string, text: string) => labelled(name, text, width, paint)
  return [
    ...wrap(visibleLine(one.title), width - 2).map((line) => `  ${paint('bold', line)}`),
    ...wrap(marks.join(' · '), width - 2).map((line) => `  ${paint('faint', line)}`),
    ...label('Where', placesOf(one)),
    ...(seen === null ? [] : label('Seen', visibleLine(seen))),
    ...label('Why', visibleLine(why)),
    ...label('Fix', visible(fix)),
    ...settings.flatMap(({ server, setting }) => label('', `${server}: ${visible(setting)}`)),
    // On one line, however long: a command that is broken in the middle cannot be pasted.
    ...(one.proof.curl ? [`  ${paint('faint', 'Repeat'.padEnd(LABEL))}${visibleLine(one.proof.curl)}`] : []),
  ]
}

function placesOf({ locations, location_count }: VulnerabilityObject): string {
  const shown = locations.slice(0, SHOWN_PLACES).map(({ url, parameter }) => {
    return visibleLine(parameter === null ? url : `${url} (${parameter})`)
  })
  const more = location_count - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
}

/** `  Label   text`, the text wrapped beside it. */
function labelled(name: string, text: string, width: number, paint: Paint): string[] {
  return wrap(text, width - 2 - LABEL).map((line, at) => {
    const head = (at === 0 ? name : '').padEnd(LABEL)
    return `  ${paint('faint', head)}${line}`.trimEnd()
  })
}

function coverageOf({ checks, sources, crawl, login, tls, spent }: Coverage, width: number, paint: Paint): string[] {
  const count = (status: CheckStatus) => checks.filter((check) => check.status === status).length
  const parts = (['passed', 'failed', 'skipped', 'not_gathered', 'error'] as const).map(
    (status) => `${count(status)} ${STATUS_WORDS[status]}`,
  )
  const missing = sources.filter(({ gathered, reason }) => !gathered || reason !== '')
  return [
    ...wrap(`${checks.length} checks: ${parts.join(', ')}`, width),
    ...missing.flatMap(({ name, gathered, reason }) =>
      faintly(`${gathered ? 'Cut short' : 'Not gathered'}: ${name} (${visibleLine(reason)})`, width, paint),
    ),
    ...(login ? faintly(visibleLine(loginText(login)), width, paint) : []),
    ...(crawl ? crawlOf(crawl).flatMap((line) => faintly(visibleLine(line), width, paint)) : []),
    ...(tls ? faintly(visibleLine(tlsLine(tls)), width, paint) : []),
    ...faintly(
      `${spent.requests} requests, ${spent.handshakes} TLS handshakes, ${spent.dns_queries} DNS queries`,
      width,
      paint,
    ),
  ]
}

/** What was crawled, what was left out, and what cut it short. */
function crawlOf({ pages, scripts, parameter_count, browser, not_followed, limits }: CrawlCoverage): string[] {
  const shown = browser.used ? `${browser.pages} in a browser` : `none in a browser (${browser.reason})`
  const left = Object.entries(NOT_FOLLOWED).filter(([reason]) => (not_followed[reason] ?? 0) > 0)
  return [
    `${many(pages, 'page')}, ${shown}, ${many(scripts, 'script file')}, ${many(parameter_count, 'parameter')}`,
    ...(left.length > 0
      ? [`Not opened: ${left.map(([reason, words]) => `${not_followed[reason]} ${words}`).join(', ')}`]
      : []),
    ...limits,
  ]
}

/** Whether the scan saw what only those see who are logged in. */
export function loginText({ logins, reason }: NonNullable<Coverage['login']>): string {
  const times = logins === 1 ? 'Logged in' : `Logged in ${logins} times`
  return reason === '' ? `${times}.` : `${logins > 0 ? `${times}. ` : ''}${reason}`
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function faintly(text: string, width: number, paint: Paint): string[] {
  return wrap(text, width).map((line) => paint('faint', line))
}
