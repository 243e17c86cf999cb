import { rfc3339 } from '@lasthash/scanner'
import { oneLine } from '../integrations/notice.ts'
import type { Block, Issue, Span } from '../integrations/trackers/issue.ts'
import type { TicketMapping } from '../resources/integrations/settings.ts'
import type { TriagedVulnerability } from '../resources/vulnerabilities/schema.ts'

const PLACES = 10 // named; the API has the others
const REFERENCES = 8
const PROOF_TEXT = 4_000 // characters of each part
const TITLE_TEXT = 200

/** What a ticket is about. */
export interface Subject {
  ticket: { id: string }
  vulnerability: TriagedVulnerability
  website: { id: string; name: string; url: string; tags: readonly string[] }
  /** Where the scan that saw it is read by people. */
  reportUrl: string | null
  /** Whose service this is. */
  brand: string
}

/** The issue that a vulnerability becomes. All that comes from the website is set as code. */
export function composeIssue(subject: Subject, mapping: TicketMapping): Issue {
  const { ticket, vulnerability, website } = subject
  const { severity } = vulnerability
  const { labels = ['lasthash'], severity_labels = {}, priorities = {} } = mapping
  return {
    marker: ticket.id,
    title: titleOf(vulnerability, website.url),
    blocks: blocksOf(subject),
    labels: [...new Set([...labels, ...(severity_labels[severity] ?? [])])],
    assignee: assigneeOf(mapping, subject),
    priority: priorities[severity] ?? null,
    severity,
  }
}

/** The mapping’s further fields, with what they name in braces filled in, however deep it stands. */
export function fieldsOf(
  fields: Record<string, unknown> | undefined,
  { vulnerability, website }: Subject,
): Record<string, unknown> {
  const values: Record<string, string> = {
    severity: vulnerability.severity,
    check: vulnerability.check,
    cwe: vulnerability.cwe === null ? '' : `CWE-${vulnerability.cwe}`,
    cve: vulnerability.cve ?? '',
    website: website.name,
    website_url: website.url,
    vulnerability_id: vulnerability.id,
  }
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
    if (Array.isArray(value)) return value.map(fill)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one)]))
  }
  return fill(fields ?? {}) as Record<string, unknown>
}

function titleOf({ severity, title, locations }: TriagedVulnerability, url: string): string {
  const host = URL.parse(locations[0]?.url ?? url)?.host ?? url
  const text = `[${severity}] ${oneLine(title)} (${host})`
  const characters = [...text]
  return characters.length <= TITLE_TEXT ? text : `${characters.slice(0, TITLE_TEXT - 1).join('')}…`
}

function assigneeOf({ assignee, assignees = [] }: TicketMapping, { vulnerability, website }: Subject): string | null {
  const fits = assignees.find(({ severities, website_ids, tags }) => {
    if (severities && !severities.includes(vulnerability.severity)) return false
    if (!website_ids && !tags) return true
    return (website_ids?.includes(website.id) || tags?.some((tag) => website.tags.includes(tag))) ?? false
  })
  return fits?.assignee ?? assignee ?? null
}

function blocksOf({ vulnerability, website, reportUrl, brand }: Subject): Block[] {
  const { description, remediation, locations, location_count, references } = vulnerability
  const places = locations.slice(0, PLACES)
  const left = location_count - places.length
  return [
    paragraph(description),
    { kind: 'list', items: factsOf(vulnerability, website) },
    { kind: 'heading', text: 'How to mend it' },
    paragraph(remediation),
    ...(places.length > 0 ? [{ kind: 'heading', text: 'Where it shows' } as const, placesOf(places, left)] : []),
    ...proofOf(vulnerability.proof),
    ...(references.length > 0
      ? [
          { kind: 'heading', text: 'To read' } as const,
          {
            kind: 'list',
            items: references.slice(0, REFERENCES).map((link) => [{ text: link.replace(/^https?:\/\//, ''), link }]),
          } as const,
        ]
      : []),
    {
      kind: 'paragraph',
      spans: [
        { text: `Found by ${brand}. ` },
        ...(reportUrl ? [{ text: 'The report of the scan', link: reportUrl }, { text: ' has more. ' }] : []),
        { text: 'Whether it is still there is looked at when this is closed.' },
      ],
    },
  ]
}

function factsOf(vulnerability: TriagedVulnerability, website: Subject['website']): Span[][] {
  const { severity, confidence, cve, cwe, cvss, check, outcome, id, first_seen_at } = vulnerability
  const fact = (name: string, ...value: Span[]): Span[] => [{ text: `${name}: `, strong: true }, ...value]
  return [
    fact('Severity', { text: `${severity}, ${confidence}` }),
    fact('Website', { text: website.url, code: true }),
    ...(cve ? [fact('CVE', { text: cve, link: `https://www.cve.org/CVERecord?id=${encodeURIComponent(cve)}` })] : []),
    ...(cwe ? [fact('CWE', { text: `CWE-${cwe}`, link: `https://cwe.mitre.org/data/definitions/${cwe}.html` })] : []),
    ...(cvss ? [fact('CVSS', { text: `${cvss.score} (${cvss.vector})`, code: true })] : []),
    fact('Check', { text: `${check} (${outcome})`, code: true }),
    fact('First seen', { text: first_seen_at }),
    fact('Vulnerability', { text: id, code: true }),
  ]
}

function placesOf(places: TriagedVulnerability['locations'], left: number): Block {
  const items = places.map(({ url, method, parameter }): Span[] => [
    { text: method ? `${method} ${url}` : url, code: true },
    ...(parameter ? [{ text: ', parameter ' }, { text: parameter, code: true as const }] : []),
  ])
  if (left > 0) items.push([{ text: `and ${left} more` }])
  return { kind: 'list', items }
}

function proofOf({ request, response, payload, observed, curl }: TriagedVulnerability['proof']): Block[] {
  const parts: [string, string | null][] = [
    ['Seen', observed],
    ['Request', request],
    ['Payload', payload],
    ['Response', response],
    ['To repeat it', curl],
  ]
  const shown = parts.filter((part): part is [string, string] => part[1] !== null && part[1].trim() !== '')
  if (shown.length === 0) return []
  return [
    { kind: 'heading', text: 'Proof' },
    ...shown.flatMap(([name, text]): Block[] => [paragraph(`${name}:`), { kind: 'code', text: shortened(text) }]),
  ]
}

function shortened(text: string): string {
  return text.length <= PROOF_TEXT
    ? text
    : `${text.slice(0, PROOF_TEXT)}\n… (${text.length - PROOF_TEXT} characters more)`
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [{ text }] }
}

export type News =
  | { kind: 'fixed'; at: string }
  | { kind: 'back'; at: string }
  | { kind: 'accepted'; status: string; reason: string | null }
  | { kind: 'verified'; result: 'still_there' | 'fixed' | 'not_tested'; reason: string | null; reopened: boolean }

/** What is said below an issue. */
export function composeComment(news: News): Block[] {
  switch (news.kind) {
    case 'fixed':
      return [paragraph(`It is gone: looked for again and not found, as of ${news.at}.`)]
    case 'back':
      return [
        paragraph(
          `It is back: seen again at ${news.at}. The same issue is used, for it is the same flaw at the same place.`,
        ),
      ]
    case 'accepted': {
      const what = news.status === 'false_positive' ? 'It was marked as a false alarm.' : 'Its risk was accepted.'
      const spans: Span[] = [
        { text: what },
        ...(news.reason ? [{ text: ' Reason: ' }, { text: oneLine(news.reason) }] : []),
      ]
      return [{ kind: 'paragraph', spans }]
    }
    case 'verified':
      return [paragraph(VERIFIED[news.result](news))]
  }
}

const VERIFIED = {
  fixed: () => 'This was closed, so it was looked for again: it is gone.',
  still_there: ({ reopened }: { reopened: boolean }) =>
    `This was closed, so it was looked for again: it is still there.${reopened ? ' The issue is open again.' : ' The issue stays closed; the vulnerability stays open until it is gone, or somebody accepts its risk.'}`,
  not_tested: ({ reason }: { reason: string | null }) =>
    `This was closed, but whether it is gone could not be looked at${reason ? `: ${reason}` : '.'} The next scan will.`,
}

export const nowText = () => rfc3339(new Date())
