import { catalogue } from '../catalogue.ts'
import type { CheckResult, CheckStatus, Coverage, CrawlCoverage } from '../result.ts'
import { gradeOf, impact, SEVERITIES } from '../score.ts'
import type { TlsCoverage } from '../tls-summary.ts'
import { NOT_FOLLOWED } from './crawl-words.ts'
import type { ScanObject } from './document.ts'
import { type Html, html } from './escape.ts'
import { capital } from './html-findings.ts'
import { loginText } from './text.ts'
import { tlsLine, versionName } from './tls-line.ts'

const STATUSES: readonly { status: CheckStatus; word: string; meaning: string }[] = [
  { status: 'passed', word: 'passed', meaning: 'asked, and the answer is good' },
  { status: 'failed', word: 'failed', meaning: 'asked, and something was found' },
  { status: 'skipped', word: 'not applicable', meaning: 'the question does not apply to this site' },
  { status: 'not_gathered', word: 'not gathered', meaning: 'what it needs could not be had' },
  { status: 'error', word: 'broke', meaning: 'the check itself failed: a fault of ours' },
]
const NUMBER = new Intl.NumberFormat('en')

/** What was asked and what was not, and why: what is not listed as a finding is not thereby proven absent. */
export function coverageSection(coverage: Coverage): Html {
  const { tls, checks, sources, login, spent, budget } = coverage
  const missing = sources.filter(({ gathered, reason }) => !gathered || reason !== '')
  const counts = STATUSES.map((one) => ({ ...one, count: checks.filter(({ status }) => status === one.status).length }))
  return html`<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">What was tested</h2>
<div class="card">
${bar(counts, checks.length)}
<ul class="legend">${counts.map(
    ({ status, word, meaning, count }) =>
      html`<li class="${status}" title="${capital(meaning)}"><i aria-hidden="true"></i><b>${count}</b> ${word}</li>`,
  )}</ul>
${missing.length > 0 && html`<div class="notice"><h3>What could not be had</h3><ul>${missing.map(({ name, reason }) => html`<li><code>${name}</code> ${reason}</li>`)}</ul></div>`}
${tls && tlsPart(tls)}
<p class="spent">${spending(spent.requests, budget.requests, 'requests')}, ${spending(spent.handshakes, budget.handshakes, 'TLS handshakes')} and ${spending(spent.dns_queries, budget.dns_queries, 'DNS queries')}. ${pagesText(coverage)}${login ? ` ${loginText(login)}` : ''}</p>
${coverage.crawl && crawlNotes(coverage.crawl)}
<details class="more"><summary>All ${checks.length} checks</summary><div class="families">${families(checks)}</div></details>
</div>
</section>`
}

function pagesText({ pages, crawl }: Coverage): string {
  const count = crawl?.pages ?? pages.length
  const looked = count === 1 ? 'One page was looked at' : `${NUMBER.format(count)} pages were looked at`
  if (!crawl) return `${looked}.`
  const browser = crawl.browser.used
    ? `${NUMBER.format(crawl.browser.pages)} of them in a browser`
    : 'none in a browser'
  return `${looked}, ${browser}; ${many(crawl.scripts, 'script file')} and ${many(crawl.parameter_count, 'parameter')} were seen.`
}

function many(count: number, what: string): string {
  return `${NUMBER.format(count)} ${what}${count === 1 ? '' : 's'}`
}

/** What the crawl left out, and why. */
function crawlNotes({ limits, browser, not_followed }: CrawlCoverage): Html {
  const left = Object.entries(NOT_FOLLOWED).filter(([reason]) => (not_followed[reason] ?? 0) > 0)
  const notes = [...limits, ...(browser.used ? [] : [`No browser was used: ${browser.reason}.`])]
  return html`${notes.length > 0 && html`<div class="notice"><h3>What cut the crawl short</h3><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></div>`}
${left.length > 0 && html`<p class="spent">Seen and not opened: ${left.map(([reason, words]) => `${NUMBER.format(not_followed[reason] ?? 0)} ${words}`).join(', ')}.</p>`}`
}

/** Every version and suite that the server accepts, folded away below its grade. */
function tlsPart(tls: TlsCoverage): Html {
  const lists = tls.versions.map(
    ({ version, order, suites }) =>
      html`<h3>${versionName(version)}${order && `, in the ${order}’s order`}</h3><ul>${suites.map(({ name, group, key_bits }) => html`<li><code>${name}</code>${group && ` ${group}`}${key_bits && ` ${key_bits} bits`}</li>`)}</ul>`,
  )
  return html`<p class="tls">${tlsLine(tls)}.</p>
<details class="more"><summary>Everything that the server accepts</summary>${lists}<p>Groups: ${tls.groups.join(', ')}</p></details>`
}

function spending(spent: number, budget: number, what: string): string {
  return `${NUMBER.format(spent)} of at most ${NUMBER.format(budget)} ${what}`
}

function bar(counts: readonly { status: CheckStatus; count: number }[], total: number): Html {
  let from = 0
  const parts = counts.map(({ status, count }) => {
    const rect = html`<rect class="${status}" x="${from}" y="0" width="${count}" height="1"/>`
    from += count
    return rect
  })
  return html`<svg class="bar" viewBox="0 0 ${Math.max(1, total)} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`
}

function families(checks: readonly CheckResult[]): Html[] {
  const questions = new Map(catalogue().map(({ id, question }) => [id, question]))
  const names = [...new Set(checks.map(({ check }) => familyOf(check)))]
  const words = new Map(STATUSES.map(({ status, word }) => [status, word]))
  return names.map(
    (family) =>
      html`<section class="family"><h3>${family}</h3><ul>${checks
        .filter(({ check }) => familyOf(check) === family)
        .map(
          ({ check, status, reason }) =>
            html`<li class="${status}"><span class="status"><i aria-hidden="true"></i>${words.get(status)}</span><span class="question">${questions.get(check) ?? check} <span class="check">${check}</span>${reason !== '' && html`<span class="reason">${reason}</span>`}</span></li>`,
        )}</ul></section>`,
  )
}

function familyOf(check: string): string {
  return check.split('/')[0] ?? check
}

/** The arithmetic of docs/score.md with this scan's numbers. */
export function scoreSection({ vulnerabilities, security_score, score_cap, score_version }: ScanObject): Html {
  const rows = SEVERITIES.map((severity) => {
    const count = vulnerabilities[severity] ?? 0
    const each = impact(severity, 'firm')
    return { severity, count, each, lost: count * each }
  })
  const lost = rows.reduce((sum, row) => sum + row.lost, 0)
  const score = security_score ?? 0
  return html`<section id="score" aria-labelledby="score-title">
<h2 id="score-title">How the score was made</h2>
<div class="card">
<table><thead><tr><th scope="col">Severity</th><th scope="col">Found</th><th scope="col">Points each</th><th scope="col">Points</th></tr></thead>
<tbody>${rows.map(
    ({ severity, count, each, lost: points }) =>
      html`<tr><th scope="row"><span class="dot ${severity}" aria-hidden="true"></span>${capital(severity)}</th><td>${count}</td><td>${each === 0 ? '0' : `−${each}`}</td><td>${points === 0 ? '0' : `−${points}`}</td></tr>`,
  )}</tbody>
<tfoot><tr><th scope="row" colspan="3">100 − ${lost}, never below 0, rounded half up${score_cap && html`; with any ${score_cap.because} finding at most ${score_cap.limit}`}</th><td>${score} <b>${gradeOf(score)}</b></td></tr></tfoot></table>
<p>A+ from 97, A from 90, B from 80, C from 70, D from 60, F below. One cause counts once, however many pages show it. Tentative findings, and those that were accepted or marked as false, count nothing. With any critical finding the score is at most 49, with any high one at most 89. These are the rules of version ${score_version}.</p>
</div>
</section>`
}
