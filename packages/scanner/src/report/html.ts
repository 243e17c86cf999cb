import manifest from '../../package.json' with { type: 'json' }
import { SEVERITIES, score } from '../score.ts'
import { type Brand, reportPolicy, styleOf } from './brand.ts'
import { type ScanDocument, type ScanObject, type VulnerabilityObject, weighs, worstFirst } from './document.ts'
import { type Html, html, trusted, visibleLine } from './escape.ts'
import { textsOf } from './finding-texts.ts'
import { coverageSection, scoreSection } from './html-coverage.ts'
import { anchorOf, findingsSection, impactMark, time } from './html-findings.ts'
import { gauge } from './html-gauge.ts'
import { softwareSection } from './html-software.ts'

const PRODUCT = 'LastHash'
const FIRST = 5 // findings that are named in “what to do first”
const REFRESH = 5 // seconds until a page about a scan that still runs is asked for again

export { reportPolicy } from './brand.ts'

export interface HtmlReportOptions {
  /** For a Content-Security-Policy that allows styles by nonce; the page's own one allows its style sheet by hash. */
  nonce?: string
  brand?: Brand
  /** Where the same is to be had as a file. */
  downloads?: readonly { label: string; href: string }[]
}

/**
 * The report for people: one self-contained page, no script, nothing loaded from anywhere, made to be read on a phone, on a
 * wide screen, in the dark and on paper. All that comes from the target is escaped.
 */
export function htmlReport(
  document: ScanDocument,
  { nonce, brand = {}, downloads = [] }: HtmlReportOptions = {},
): string {
  const { scan, vulnerabilities, coverage } = document
  const over = scan.status !== 'queued' && scan.status !== 'running'
  const done = scan.status === 'done' && scan.security_score !== null
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${reportPolicy(brand)}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${!over && html`<meta http-equiv="refresh" content="${REFRESH}">`}
<title>${titleOf(scan, brand.name ?? PRODUCT)}</title>
<style${nonce !== undefined && html` nonce="${nonce}"`}>${trusted(styleOf(brand))}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the result</a>
<div class="band">
<header class="top"><span class="brand">${brand.logo ? html`<img src="${brand.logo}" alt="" height="26">` : !brand.name && MARK}${brand.name ?? PRODUCT}</span><span class="kind">Security report${downloads.length > 0 && html`<span class="files">Download: ${downloads.map(({ label, href }) => html` <a href="${href}" download>${label}</a>`)}</span>`}</span></header>
${heroSection(scan, vulnerabilities)}
</div>
<main id="main">
${done && [countsSection(scan, vulnerabilities), firstSection(scan, vulnerabilities), findingsSection(vulnerabilities)]}
${done && coverage && softwareSection(coverage.software)}
${done && coverage && coverageSection(coverage)}
${done && scoreSection(scan)}
</main>
<footer>${brand.footer && html`<p>${brand.footer}</p>`}<p>${brand.name ? html`Made for ${brand.name}.` : `Made by ${PRODUCT} ${manifest.version}.`} Scan <code>${scan.id}</code>.</p><p>A scan sees what can be seen from outside, at one moment. What is not listed here is not thereby proven absent.</p></footer>
</body>
</html>
`
  return page.text
}

const MARK = trusted(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1.8 3.5 5v6.6c0 5.1 3.5 8.9 8.5 10.6 5-1.7 8.5-5.5 8.5-10.6V5z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"/><path d="M10.2 7.8 9 16.2M15 7.8l-1.2 8.4M7.8 10.4h8.8M7.4 13.6h8.8" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/></svg>',
)

function siteOf({ url }: ScanObject): string {
  return URL.parse(url)?.host ?? url
}

function titleOf(scan: ScanObject, product: string): string {
  const result = scan.security_score === null ? scan.status : `${scan.grade} ${scan.security_score}/100`
  return visibleLine(`${siteOf(scan)}: ${result} – ${product}`)
}

function heroSection(scan: ScanObject, vulnerabilities: readonly VulnerabilityObject[]): Html {
  const { security_score, grade } = scan
  return html`<section class="hero" aria-labelledby="site">
<div class="about">
<h1 id="site"><bdi>${siteOf(scan)}</bdi></h1>
<p class="verdict">${verdictOf(scan, vulnerabilities)}</p>
<dl>
<div><dt>Address</dt><dd><bdi dir="ltr">${scan.url}</bdi></dd></div>
<div><dt>Scan</dt><dd>${scan.scan_type}${scan.scan_duration !== null && `, ${scan.scan_duration} s`}</dd></div>
<div><dt>${scan.completed_at === null ? 'Asked for' : 'Ended'}</dt><dd>${time(scan.completed_at ?? scan.created_at)}</dd></div>
</dl>
</div>
${security_score !== null && grade !== null && gauge(security_score, grade)}
</section>`
}

/** What the numbers mean, in a sentence or two. */
function verdictOf(scan: ScanObject, vulnerabilities: readonly VulnerabilityObject[]): Html | string {
  if (scan.status === 'queued') return 'The scan waits for its turn. This page looks again by itself.'
  if (scan.status === 'running') return 'The scan is running. This page looks again by itself.'
  if (scan.status === 'canceled') return 'The scan was canceled.'
  if (scan.status === 'failed') return html`The scan failed: ${scan.error?.message ?? 'it does not say why.'}`
  const { critical, high, medium, low } = scan.vulnerabilities
  if (critical > 0)
    return `${problems(critical, 'critical problem')} to mend today: what this site protects can be taken.`
  if (high > 0) return `${problems(high, 'serious problem')} to mend first. Attackers look for exactly these.`
  if (medium > 0)
    return `No serious problem. ${problems(medium, 'protection')} that most sites need ${medium === 1 ? 'is' : 'are'} missing.`
  if (low > 0) return `Well protected. ${problems(low, 'finer point')} left.`
  return vulnerabilities.some(weighs) ? 'Well protected. Only notes are left.' : 'Nothing was found. Keep it that way.'
}

function problems(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

function countsSection(scan: ScanObject, vulnerabilities: readonly VulnerabilityObject[]): Html {
  const aside = vulnerabilities.filter((one) => !weighs(one)).length
  return html`<section class="counts" aria-label="Findings by severity"><ul>${SEVERITIES.map(
    (severity) =>
      html`<li class="${severity}${scan.vulnerabilities[severity] === 0 && ' none'}"><b>${scan.vulnerabilities[severity]}</b><span>${severity}</span></li>`,
  )}</ul>${aside > 0 && html`<p>${aside} more ${aside === 1 ? 'weighs' : 'weigh'} nothing: tentative, accepted, or marked as false.</p>`}${scan.score_cap && html`<p>With any ${scan.score_cap.because} finding the score is at most ${scan.score_cap.limit}.</p>`}</section>`
}

function firstSection(scan: ScanObject, vulnerabilities: readonly VulnerabilityObject[]): Html | null {
  const weighed = worstFirst(vulnerabilities).filter((one) => weighs(one) && one.score_impact > 0)
  if (weighed.length === 0) return null
  const first = weighed.slice(0, FIRST)
  const after = score(weighed.slice(FIRST))
  // Where somebody accepted a finding since, the score of then is not that of today's findings.
  const told = score(weighed).score === scan.security_score
  return html`<section id="first" aria-labelledby="first-title">
<h2 id="first-title">What to do first</h2>
<ol class="card">${first.map(
    (one) =>
      html`<li class="${one.severity}"><div><h3><a href="#${anchorOf(one)}">${one.title}</a></h3><p>${textsOf(one).fix}</p></div>${impactMark(one)}</li>`,
  )}</ol>
${told && html`<p class="gain">With ${first.length === 1 ? 'this one' : `these ${first.length}`} mended, the score goes from <b>${scan.security_score}</b> to <b>${after.score}</b>, grade <b>${after.grade}</b>.</p>`}
</section>`
}
