import { frameworkName } from '@lasthash/scanner'
import type { VulnerabilityObject } from '@lasthash/scanner/report/document'
import { visibleLine } from '@lasthash/scanner/report/escape'
import { textsOf } from '@lasthash/scanner/report/finding-texts'
import type { Block, Inline, Run, Tone } from '../blocks.ts'
import type { ReportVulnerability, ReportWebsite } from '../data.ts'
import type { Teller } from './teller.ts'

const SHOWN_PLACES = 5
const MOST_PROOF_LINES = 40
const LONGEST_PROOF = 4_000 // characters of one part; the JSON file has all of it

/** How the servers that settings are given for are called in what a scan says of software. */
const SOFTWARE: Readonly<Record<string, readonly string[]>> = {
  nginx: ['nginx', 'openresty'],
  Apache: ['apache', 'apache-httpd', 'httpd'],
  IIS: ['iis', 'microsoft-iis'],
  Caddy: ['caddy'],
  Cloudflare: ['cloudflare'],
  WordPress: ['wordpress'],
  Express: ['express'],
  PHP: ['php'],
  Django: ['django'],
  Rails: ['rails', 'ruby-on-rails'],
  BIND: ['bind'],
}

/** `finding-` and what stays the same over scans. */
export function anchorOf({ fingerprint, website_id }: VulnerabilityObject): string {
  const site = website_id === null ? '' : `-${website_id.slice(-10)}`
  return `finding-${fingerprint.replace(/[^0-9A-Za-z]/g, '').slice(0, 16)}${site.replace(/[^0-9A-Za-z-]/g, '')}`
}

export function isAside({ status }: VulnerabilityObject): boolean {
  return status === 'accepted_risk' || status === 'false_positive'
}

/** A finding with all that is known of it. `website` only where the report is about several. */
export function findingGroup(
  one: ReportVulnerability,
  { website, several, teller }: { website: ReportWebsite | undefined; several: boolean; teller: Teller },
): Block {
  const { texts } = teller
  const tone: Tone = isAside(one) ? 'neutral' : one.severity
  const { why, seen, fix, settings } = textsOf(one)
  const counts = one.score_impact > 0 && !isAside(one) && one.confidence !== 'tentative'
  const { own, others } = settingsFor(settings, website)
  const blocks: Block[] = [
    {
      block: 'heading',
      level: 3,
      text: one.title,
      tone,
      contents: false,
      aside: counts ? texts.finding.points(teller.points(one.score_impact)) : texts.severities[one.severity],
    },
    { block: 'paragraph', size: 'small', text: markOf(one, several ? website : undefined, teller) },
    { block: 'paragraph', text: why },
  ]
  if (seen !== null)
    blocks.push({
      block: 'paragraph',
      text: [
        { text: `${texts.finding.seen}  `, soft: true },
        { text: cut(seen, 600), code: true },
      ],
    })
  blocks.push(
    { block: 'heading', level: 3, text: texts.finding.fix, contents: false },
    { block: 'paragraph', text: fix },
  )
  for (const { server, setting } of own)
    blocks.push({ block: 'code', caption: texts.finding.setting(server), text: setting })
  if (others.length > 0) {
    blocks.push({
      block: 'paragraph',
      size: 'small',
      text: texts.finding.elsewhere(others.map(({ server }) => server).join(', ')),
    })
  }
  blocks.push({ block: 'heading', level: 3, text: texts.finding.where, contents: false }, ...placesOf(one, teller))
  blocks.push(...proofOf(one, teller), ...factsOf(one, teller))
  return { block: 'group', tone, id: anchorOf(one), blocks: blocks.map(quiet) }
}

/** Headings inside a finding are no bookmarks, but for its title. */
function quiet(block: Block, at: number): Block {
  return block.block === 'heading' && at > 0
    ? { block: 'paragraph', text: { text: String(block.text), bold: true } }
    : block
}

function markOf(one: ReportVulnerability, website: ReportWebsite | undefined, { texts }: Teller): Inline {
  const marks: Run[] = [{ text: texts.severities[one.severity], bold: true, tone: one.severity }]
  const add = (run: Run) => marks.push({ text: ' · ' }, run)
  if (website) add({ text: visibleLine(website.name) })
  add({ text: `${one.check}/${one.outcome}`, code: true })
  if (one.status !== 'open') add({ text: texts.statuses[one.status], bold: true })
  if (one.confidence === 'tentative') add({ text: texts.confidences.tentative })
  return marks
}

/** Settings for what the website was seen to run; all of them where none of it was seen. */
function settingsFor(settings: ReturnType<typeof textsOf>['settings'], website: ReportWebsite | undefined) {
  const seen = new Set((website?.coverage?.software ?? []).map(({ key }) => key.toLowerCase()))
  const own = settings.filter(({ server }) => SOFTWARE[server]?.some((key) => seen.has(key)))
  return own.length > 0 ? { own, others: settings.filter((one) => !own.includes(one)) } : { own: settings, others: [] }
}

function placesOf({ locations, location_count }: ReportVulnerability, { texts }: Teller): Block[] {
  const shown = locations.slice(0, SHOWN_PLACES)
  const items = shown.map(
    ({ url, method, parameter }): Inline => [
      ...(method !== null && method !== 'GET' ? [{ text: `${visibleLine(method)} `, bold: true }] : []),
      { text: visibleLine(url), code: true },
      ...(parameter !== null ? [{ text: `  ${visibleLine(parameter)}`, soft: true }] : []),
    ],
  )
  const more = location_count - shown.length
  if (more > 0) items.push({ text: texts.finding.more(more), soft: true })
  return items.length === 0 ? [] : [{ block: 'list', items }]
}

function proofOf({ proof }: ReportVulnerability, { texts }: Teller): Block[] {
  const parts = [
    { caption: texts.finding.curl, text: proof.curl },
    { caption: texts.finding.payload, text: proof.payload },
    { caption: texts.finding.request, text: proof.request },
    { caption: texts.finding.response, text: proof.response },
    { caption: texts.finding.control, text: proof.control },
  ].filter((part): part is { caption: string; text: string } => part.text !== null && part.text !== '')
  return parts.map(({ caption, text }) => ({
    block: 'code',
    caption,
    text: cut(text, LONGEST_PROOF),
    most: MOST_PROOF_LINES,
  }))
}

function factsOf(one: ReportVulnerability, teller: Teller): Block[] {
  const { texts } = teller
  const items: { name: string; value: Inline }[] = [
    { name: texts.finding.confidence, value: texts.confidences[one.confidence] },
  ]
  if (one.status_reason) items.push({ name: texts.finding.reason, value: reasonOf(one, teller) })
  if (one.assignee) items.push({ name: texts.finding.assignee, value: one.assignee })
  if (one.cve) items.push({ name: 'CVE', value: cveOf(one.cve) })
  if (one.cwe !== null) {
    items.push({
      name: 'CWE',
      value: { text: `CWE-${one.cwe}`, href: `https://cwe.mitre.org/data/definitions/${one.cwe}.html` },
    })
  }
  if (one.cvss) items.push({ name: `CVSS ${one.cvss.score}`, value: { text: one.cvss.vector, code: true } })
  items.push({ name: texts.finding.firstSeen, value: teller.time(one.first_seen_at) })
  if (one.fixed_at) items.push({ name: texts.finding.fixed, value: teller.time(one.fixed_at) })
  items.push({ name: texts.finding.fingerprint, value: { text: one.fingerprint.slice(0, 16), code: true } })
  const blocks: Block[] = [{ block: 'facts', columns: 3, items }]
  const requirements = Object.entries(one.compliance ?? {}).flatMap(([framework, numbers], at): Run[] => [
    { text: `${at > 0 ? '  ·  ' : ''}${visibleLine(frameworkName(framework))}: `, bold: true },
    { text: visibleLine(numbers.join(', ')) },
  ])
  if (requirements.length > 0) blocks.push({ block: 'paragraph', size: 'small', text: requirements })
  if (one.references.length > 0) blocks.push({ block: 'paragraph', size: 'small', text: referencesOf(one, teller) })
  return blocks
}

function referencesOf({ references }: ReportVulnerability, { texts }: Teller): Run[] {
  const links = references.flatMap((reference): Run[] => {
    const url = visibleLine(reference)
    return [{ text: '  ·  ' }, { text: url.replace(/^https?:\/\//, ''), href: url }]
  })
  return [{ text: `${texts.finding.references}: `, bold: true }, ...links.slice(1)]
}

function reasonOf({ status_reason, status_expires_at }: ReportVulnerability, teller: Teller): string {
  return status_expires_at
    ? `${status_reason} (${teller.texts.finding.expires} ${teller.date(status_expires_at)})`
    : status_reason!
}

function cveOf(cve: string): Run {
  return /^CVE-\d{4}-\d{4,}$/.test(cve) ? { text: cve, href: `https://www.cve.org/CVERecord?id=${cve}` } : { text: cve }
}

export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()} …`
}
