import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Rendered, renderMarkdown } from './markdown.ts'

const ROOT = join(import.meta.dirname, '../../../../..')

/** A table that a test makes, of a thousand rows: to be had as Markdown, no page to read. */
const TABLES = ['docs/parity.md']

/** The one part of the README that a user of a running LastHash needs: a page of its own, so that no setting is written down twice. */
const SETTINGS = 'README.md'

export interface ManualPage extends Rendered {
  /** `/docs/<slug>`, and `/docs/<slug>.md` for its Markdown. */
  slug: string
  /** From the top of the repository. */
  file: string
  markdown: string
}

/** What the list of all pages shows: one of these, or what is made from the code. */
export interface Entry {
  href: string
  title: string
  summary: string
  /** Where programs get it, if it is not HTML alone. */
  source?: string
}

export interface Group {
  title: string
  entries: Entry[]
}

export interface Manual {
  groups: Group[]
  /** By slug, in the order in which they are read. */
  pages: ReadonlyMap<string, ManualPage>
  /** Markdown that is no page, by its name. */
  tables: ReadonlyMap<string, string>
}

const API: Entry = {
  href: '/docs',
  title: 'API reference and playground',
  summary: 'Every operation with examples, to be tried out with your own key.',
  source: '/openapi.json',
}
const ERRORS: Entry = { href: '/docs/errors', title: 'Errors', summary: 'Every error code, and what to do about it.' }
const CHECKS: Entry = { href: '/docs/checks', title: 'Checks', summary: 'Everything a scan asks, and how to mend it.' }

/** The order of all pages. What is in docs/ and not named here stands at the end, under “More”. */
const ORDER: readonly (readonly [title: string, of: readonly (string | Entry)[]])[] = [
  ['Start', ['quick-start']],
  ['Concepts', ['websites', 'vulnerabilities', 'score', 'policies', 'log-in', 'tls', 'feeds']],
  [
    'Use cases',
    ['ci-cd', 'automated-reporting', 'dashboards', 'ticketing', 'tenants', 'compliance-automation', 'compliance'],
  ],
  ['Being told', ['webhooks', 'alerts']],
  ['Reference', [API, ERRORS, CHECKS]],
  [
    'Clients',
    [
      'cli',
      'mcp',
      ...['node', 'python', 'php', 'ruby'].flatMap((language) => [`sdk-${language}`, `client-${language}`]),
    ],
  ],
  ['Operating', ['self-hosting', 'settings', 'people', 'storage']],
  ['Beside others', ['comparison']],
]

/** Reads and renders all of docs/ and the clients' manuals. */
export function readManual(): Manual {
  const files = new Map(
    globSync([SETTINGS, 'docs/*.md', 'clients/*/README.md'], { cwd: ROOT })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !TABLES.includes(file))
      .sort()
      .map((file) => [slugOf(file), file]),
  )
  const slugs = new Map([...files].map(([slug, file]) => [file, slug]))
  const named = ORDER.flatMap(([, of]) => of)
  const more = [...files.keys()].filter((slug) => !named.includes(slug))
  const pages = new Map<string, ManualPage>()
  const groups: Group[] = []
  for (const [title, of] of [...ORDER, ['More', more] as const]) {
    const entries: Entry[] = []
    for (const one of of) {
      if (typeof one !== 'string') entries.push(one)
      const file = typeof one === 'string' && files.get(one)
      if (!file) continue
      const markdown = markdownOf(file)
      const page = { slug: one, file, markdown, ...renderMarkdown(markdown, (href) => resolve(file, href, slugs)) }
      pages.set(one, page)
      entries.push({ href: `/docs/${one}`, title: page.title, summary: page.summary, source: `/docs/${one}.md` })
    }
    if (entries.length > 0) groups.push({ title, entries })
  }
  const tables = new Map(TABLES.map((file) => [posix.basename(file), readFileSync(join(ROOT, file), 'utf8')]))
  return { groups, pages, tables }
}

function markdownOf(file: string): string {
  const text = readFileSync(join(ROOT, file), 'utf8')
  if (file !== SETTINGS) return text
  const part = /^## Settings\n(.*?)(?=^## )/ms.exec(text)?.[1]
  if (part === undefined) throw new Error(`${SETTINGS} has no section “Settings”.`)
  return `# Settings\n\nAll are environment variables, and none is needed to begin with.\n${part}`
}

function slugOf(file: string): string {
  if (file === SETTINGS) return 'settings'
  const [, client] = /^clients\/(\w+)\//.exec(file) ?? []
  return client ? `client-${client}` : posix.basename(file, '.md')
}

function resolve(from: string, href: string, slugs: ReadonlyMap<string, string>): string | null {
  if (/^(?:https?:|mailto:|[/#])/.test(href)) return href
  const [path = '', anchor] = href.split('#')
  const file = posix.join(posix.dirname(from), path)
  const slug = slugs.get(file)
  const end = anchor === undefined ? '' : `#${anchor}`
  if (slug !== undefined) return `/docs/${slug}${end}`
  if (TABLES.includes(file)) return `/docs/${posix.basename(file)}`
  return file === 'docs/openapi.json' ? '/openapi.json' : null
}
