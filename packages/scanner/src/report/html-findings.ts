import type { Confidence, Severity } from '../check.ts'
import type { Location } from '../finding.ts'
import { frameworkName } from '../frameworks.ts'
import { SEVERITIES } from '../score.ts'
import { type VulnerabilityObject, weighs, worstFirst } from './document.ts'
import { type Html, html } from './escape.ts'
import { textsOf } from './finding-texts.ts'

const SHOWN_PLACES = 5

const MEANING: Record<Severity, string> = {
  critical: 'Gives away the server or its data to anyone who asks.',
  high: 'Gives away the server, its data or its visitors with a little luck.',
  medium: 'Removes a protection that most sites need.',
  low: 'Removes a finer protection.',
  info: 'Worth knowing. Costs no points.',
}
const CONFIDENCE: Record<Confidence, string> = {
  confirmed: 'confirmed: shown by a test against a control',
  firm: 'firm: read from what the site itself sent',
  tentative: 'tentative: a sign, not a proof; it weighs nothing',
}
const STATUS: Record<VulnerabilityObject['status'], string> = {
  open: 'open',
  fixed: 'fixed',
  reopened: 'back again',
  accepted_risk: 'accepted risk',
  false_positive: 'marked as false',
  merged: 'told by another one',
}

/** All findings, worst first, each to unfold; those that people set aside come last. */
export function findingsSection(vulnerabilities: readonly VulnerabilityObject[]): Html {
  const sorted = worstFirst(vulnerabilities)
  const groups = SEVERITIES.map((severity) => ({
    severity,
    found: sorted.filter((one) => one.severity === severity && !isAside(one)),
  })).filter(({ found }) => found.length > 0)
  const aside = sorted.filter(isAside)
  return html`<section id="findings" aria-labelledby="findings-title">
<h2 id="findings-title">Findings</h2>
${vulnerabilities.length === 0 && html`<p class="empty">Nothing was found.</p>`}
${groups.map(
  ({ severity, found }) => html`<section class="group ${severity}" aria-labelledby="group-${severity}">
<header class="group-head"><h3 id="group-${severity}">${capital(severity)} <span class="count">${found.length}</span></h3><p>${MEANING[severity]}</p></header>
${found.map(findingCard)}
</section>`,
)}
${
  aside.length > 0 &&
  html`<section class="group aside" aria-labelledby="group-aside">
<header class="group-head"><h3 id="group-aside">Set aside <span class="count">${aside.length}</span></h3><p>Accepted as a risk, or marked as false. They weigh nothing.</p></header>
${aside.map(findingCard)}
</section>`
}
</section>`
}

/** Where a link to the finding leads: an element inside, so that browsers unfold what is around it. */
export function anchorOf({ fingerprint }: VulnerabilityObject): string {
  return `finding-${fingerprint.replace(/[^0-9A-Za-z]/g, '').slice(0, 16)}`
}

function findingCard(one: VulnerabilityObject): Html {
  const { why, seen, fix, settings } = textsOf(one)
  const places = one.location_count === 1 ? '1 place' : `${one.location_count} places`
  return html`<details class="finding ${one.severity}">
<summary><span class="what"><h4>${one.title}</h4><span class="meta"><span class="check">${one.check}</span> · ${places}${one.confidence === 'tentative' && html` · <strong>tentative</strong>`}${isAside(one) && html` · ${one.severity}`}${one.status !== 'open' && html` · <strong>${STATUS[one.status]}</strong>`}</span></span>
${weighs(one) && one.score_impact > 0 && impactMark(one)}</summary>
<div class="body" id="${anchorOf(one)}">
<section class="why"><h5>Why it matters</h5><p>${why}</p>${seen !== null && html`<p class="seen"><span>Seen</span> <code dir="ltr">${seen}</code></p>`}</section>
<section class="fix"><h5>How to mend it</h5><p>${fix}</p>${settings.map(
    ({ server, setting }) => html`<figure><figcaption>${server}</figcaption>${code(setting)}</figure>`,
  )}</section>
${placesPart(one)}
${proofPart(one)}
${factsPart(one)}
</div>
</details>`
}

/** What it takes off the score. */
export function impactMark({ score_impact }: VulnerabilityObject): Html {
  return html`<span class="impact">−${score_impact}<span> ${score_impact === 1 ? 'point' : 'points'}</span></span>`
}

function isAside({ status }: VulnerabilityObject): boolean {
  return status === 'accepted_risk' || status === 'false_positive'
}

function placesPart({ locations, location_count }: VulnerabilityObject): Html {
  const row = ({ url, method, parameter }: Location) =>
    html`<li>${method !== null && method !== 'GET' && html`<span class="method">${method}</span> `}<code dir="ltr">${url}</code>${parameter !== null && html` <span class="parameter">${parameter}</span>`}</li>`
  const rest = locations.slice(SHOWN_PLACES)
  const untold = location_count - locations.length
  return html`<section class="places"><h5>Where</h5><ul>${locations.slice(0, SHOWN_PLACES).map(row)}</ul>${
    rest.length > 0 &&
    html`<details class="more"><summary>${rest.length} more</summary><ul>${rest.map(row)}</ul></details>`
  }${untold > 0 && html`<p class="untold">and ${untold} more places that are not listed</p>`}</section>`
}

function proofPart({ proof }: VulnerabilityObject): Html | null {
  const parts = [
    { name: 'Repeat it', text: proof.curl, wide: true },
    { name: 'What was sent to provoke it', text: proof.payload, wide: true },
    { name: 'Request', text: proof.request, wide: proof.response === null },
    { name: 'Response', text: proof.response, wide: proof.request === null },
    { name: 'Control request, without the flaw', text: proof.control, wide: true },
  ].filter(({ text }) => text !== null && text !== '')
  if (parts.length === 0) return null
  return html`<section class="proof"><h5>Proof</h5><div class="pair">${parts.map(
    ({ name, text, wide }) =>
      html`<figure${wide && html` class="wide"`}><figcaption>${name}</figcaption>${code(text!)}</figure>`,
  )}</div></section>`
}

function factsPart(one: VulnerabilityObject): Html {
  const facts: [name: string, value: Html | string][] = [
    ['Confidence', CONFIDENCE[one.confidence]],
    ['Kind', one.type],
  ]
  if (one.cve) facts.push(['CVE', cveLink(one.cve)])
  if (one.cwe) facts.push(['CWE', link(`https://cwe.mitre.org/data/definitions/${one.cwe}.html`, `CWE-${one.cwe}`)])
  if (one.cvss) facts.push([`CVSS ${one.cvss.score}`, one.cvss.vector])
  for (const [framework, names] of Object.entries(one.compliance ?? {})) {
    facts.push([frameworkName(framework), names.join(', ')])
  }
  facts.push(
    ['First seen', time(one.first_seen_at)],
    ['Fingerprint', html`<code>${one.fingerprint.slice(0, 16)}</code>`],
  )
  if (one.references.length > 0) {
    facts.push(['Read more', html`<ul>${one.references.map((reference) => html`<li>${link(reference)}</li>`)}</ul>`])
  }
  return html`<section class="facts"><h5>Facts</h5><dl>${facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl></section>`
}

/** Scrolls where it is long, and so can be reached by keyboard. Left to right, whatever the target put in. */
function code(text: string): Html {
  return html`<pre dir="ltr" tabindex="0"><code>${text}</code></pre>`
}

/** A link where the address is one of the web; otherwise only its text. */
function link(url: string, text = url.replace(/^https?:\/\//, '')): Html {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return html`${text}`
  return html`<a href="${url}" rel="noopener noreferrer">${text}</a>`
}

function cveLink(cve: string): Html {
  return /^CVE-\d{4}-\d{4,}$/.test(cve) ? link(`https://www.cve.org/CVERecord?id=${cve}`, cve) : html`${cve}`
}

/** `2026-01-15 14:31 UTC`. */
export function time(at: string | null): Html | string {
  return at === null ? '–' : html`<time datetime="${at}">${at.replace('T', ' ').replace(/:\d\dZ$/, ' UTC')}</time>`
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
