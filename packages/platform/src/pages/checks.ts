import { type CatalogueEntry, type CatalogueOutcome, catalogue, frameworkName, SEVERITIES } from '@lasthash/scanner'
import { documentHtml, proseHtml } from './document.ts'
import { escapeHtml } from './page.ts'

/** What each setting is for, in the order in which the pages show them. */
const SERVERS: Record<string, string> = {
  nginx: 'nginx',
  apache: 'Apache',
  iis: 'IIS',
  caddy: 'Caddy',
  cloudflare: 'Cloudflare',
  wordpress: 'WordPress',
  express: 'Express',
  php: 'PHP',
  django: 'Django',
  rails: 'Rails',
  bind: 'BIND',
}

const FAMILIES: Record<string, string> = {
  tls: 'TLS',
  csp: 'Content Security Policy',
  cors: 'CORS',
  dns: 'DNS and mail',
}

/** The catalogue as pages: the list, and one page for each check, all made from the checks themselves. */
export function checkPages(): { list: string; pages: ReadonlyMap<string, string> } {
  const entries = catalogue()
  return { list: listHtml(entries), pages: new Map(entries.map((entry) => [entry.id, checkHtml(entry)])) }
}

function listHtml(entries: readonly CatalogueEntry[]): string {
  const families = Map.groupBy(entries, ({ id }) => id.slice(0, id.indexOf('/')))
  const sections = [...families].map(
    ([family, of]) => `<h2 id="${family}">${familyTitle(family)}</h2>
<div class="scroll"><table><tbody>
${of.map(rowHtml).join('\n')}
</tbody></table></div>`,
  )
  return documentHtml({
    title: 'Checks',
    body: `<h1>Checks</h1>
<p class="lead">What a scan asks of a website: ${entries.length} questions, with every way to fail, why it matters and how to mend it.</p>
${sections.join('\n')}`,
  })
}

function familyTitle(family: string): string {
  return FAMILIES[family] ?? family[0]!.toUpperCase() + family.slice(1)
}

function rowHtml({ id, question, outcomes }: CatalogueEntry): string {
  const worst = SEVERITIES.find((severity) => outcomes.some((outcome) => outcome.severity === severity))!
  return `<tr><td><a href="/docs/checks/${id}">${id}</a></td><td>${escapeHtml(question)}</td><td>${severityTag(worst)}</td></tr>`
}

function severityTag(severity: string): string {
  return `<span class="tag ${severity}">${severity}</span>`
}

function checkHtml(check: CatalogueEntry): string {
  const { id, question, references, outcomes } = check
  return documentHtml({
    title: id,
    body: `<h1>${escapeHtml(question)}</h1>
<p class="lead"><code>${id}</code></p>
${outcomes.map(outcomeHtml).join('\n')}
<h2>Where it stands in other lists</h2>
${mappingsHtml(check)}
<h2>References</h2>
<ul>${references.map((url) => `<li><a href="${escapeHtml(url)}" rel="noopener">${escapeHtml(url)}</a></li>`).join('')}</ul>`,
  })
}

function mappingsHtml({ cwe, capec, compliance }: CatalogueEntry): string {
  const rows = [
    ...(cwe === null ? [] : [['Weakness', mitre('cwe', cwe)]]),
    ...(capec.length === 0 ? [] : [['Attack patterns', capec.map((number) => mitre('capec', number)).join(', ')]]),
    ...Object.entries(compliance).map(([framework, numbers]) => [
      escapeHtml(frameworkName(framework)),
      escapeHtml(numbers.join(', ')),
    ]),
  ]
  return `<div class="scroll"><table><tbody>
${rows.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('\n')}
</tbody></table></div>`
}

function mitre(list: 'cwe' | 'capec', number: number): string {
  return `<a href="https://${list}.mitre.org/data/definitions/${number}.html" rel="noopener">${list.toUpperCase()}-${number}</a>`
}

function outcomeHtml({
  outcome,
  severity,
  confidence,
  type,
  title,
  why,
  fix,
  cvss,
  settings,
}: CatalogueOutcome): string {
  const known = Object.entries(SERVERS).filter(([server]) => settings[server as keyof typeof settings] !== undefined)
  const lines = known.map(
    ([server, name]) => `<dt>${name}</dt><dd><pre>${escapeHtml(settings[server as keyof typeof settings]!)}</pre></dd>`,
  )
  return `<section class="card" id="${outcome}"><h3>${escapeHtml(title)}</h3>
<p>${severityTag(severity)}<span class="tag plain">${type}</span><span class="tag plain">${confidence}</span>${cvss ? `<span class="tag plain" title="${cvss.vector}">CVSS ${cvss.score}</span>` : ''}</p>
<p>${proseHtml(why)}</p>
<p><strong>How to mend it.</strong> ${proseHtml(fix)}</p>
${lines.length > 0 ? `<details><summary>The setting for your server</summary><dl>${lines.join('')}</dl></details>` : ''}</section>`
}
