import { documentHtml } from '../document.ts'
import { escapeHtml } from '../page.ts'
import type { Entry, Group, Manual, ManualPage } from './pages.ts'
import type { Found } from './search.ts'

/** The start page of the documentation: what there is, in the order in which a newcomer wants it. */
export function startHtml({ groups }: Manual): string {
  const [first, ...others] = groups
  const sections = others.map(
    ({ title, entries }) => `<section class="group"><h2>${escapeHtml(title)}</h2>
<ul class="list">${entries.map(entryHtml).join('')}</ul></section>`,
  )
  return documentHtml({
    title: 'Documentation',
    body: `<h1>Documentation</h1>
<p class="lead">LastHash scans websites for security faults and tells how to mend them, through an API.</p>
<ul class="list first">${(first?.entries ?? []).map(entryHtml).join('')}</ul>
<div class="groups">
${sections.join('\n')}
</div>
<p class="hint">For programs: <a href="/llms.txt">llms.txt</a>, <a href="/openapi.json">openapi.json</a>, and each page with <code>.md</code> behind its address.</p>`,
  })
}

function entryHtml({ href, title, summary }: Entry): string {
  return `<li><a href="${href}">${escapeHtml(title)}</a> <span>${escapeHtml(summary)}</span></li>`
}

export function manualPageHtml({ groups, pages }: Manual, page: ManualPage): string {
  const { slug, title, html } = page
  const all = [...pages.values()]
  const at = all.indexOf(page)
  const toc = tocHtml(page)
  return documentHtml({
    title,
    nav: navHtml(groups, `/docs/${slug}`),
    toc,
    body: `<p class="jump"><a href="#pages">All pages</a></p>
<article>
${withContents(html, toc)}</article>
<nav class="turn" aria-label="Next and previous page">${turnHtml('prev', 'Before', all[at - 1])}${turnHtml('next', 'Next', all[at + 1])}</nav>
<p class="hint"><a href="/docs/${slug}.md">This page as Markdown</a></p>`,
  })
}

/** Below the title, for where there is no room beside the page. */
function withContents(html: string, toc: string): string {
  if (toc === '') return html
  return html.replace('</h1>\n', () => `</h1>\n<details class="toc"><summary>On this page</summary>${toc}</details>\n`)
}

/** No list of one or two. */
const FEWEST = 3

function tocHtml({ sections }: ManualPage): string {
  const listed = sections.filter(({ depth }) => depth === 2 || depth === 3)
  if (listed.length < FEWEST) return ''
  const items = listed.map(
    ({ id, title, depth }) =>
      `<li${depth === 3 ? ' class="deeper"' : ''}><a href="#${id}">${escapeHtml(title)}</a></li>`,
  )
  return `<ul>${items.join('')}</ul>`
}

function navHtml(groups: readonly Group[], here: string): string {
  return groups
    .map(
      ({ title, entries }) =>
        `<h2>${escapeHtml(title)}</h2><ul>${entries
          .map(
            (entry) =>
              `<li><a href="${entry.href}"${entry.href === here ? ' aria-current="page"' : ''}>${escapeHtml(entry.title)}</a></li>`,
          )
          .join('')}</ul>`,
    )
    .join('')
}

function turnHtml(rel: 'prev' | 'next', label: string, page: ManualPage | undefined): string {
  if (!page) return '<span></span>'
  return `<a rel="${rel}" class="${rel}" href="/docs/${page.slug}"><small>${label}</small>${escapeHtml(page.title)}</a>`
}

export function searchHtml(query: string, found: readonly Found[]): string {
  const shown = escapeHtml(query)
  const items = found.map(
    ({
      href,
      page,
      heading,
      excerpt,
    }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(heading)}</a>${heading === page ? '' : ` <small>${escapeHtml(page)}</small>`}
<p>${excerpt.map((piece, index) => (index % 2 === 1 ? `<mark>${escapeHtml(piece)}</mark>` : escapeHtml(piece))).join('')}</p></li>`,
  )
  const said =
    query.trim() === ''
      ? 'Type what you look for into the field above.'
      : found.length === 0
        ? `Nothing has all of “${shown}”. Try fewer words, or look through <a href="/docs/start">all pages</a>.`
        : `${found.length === 1 ? 'One place' : `${found.length} places`} for “${shown}”.`
  return documentHtml({
    title: query.trim() === '' ? 'Search' : `Search: ${query}`,
    query,
    body: `<h1>Search</h1>
<p class="lead" role="status">${said}</p>
${items.length === 0 ? '' : `<ol class="found">${items.join('\n')}</ol>`}`,
  })
}

/** https://llmstxt.org: what there is, one line a page, with the address of its Markdown. */
export function llmsText({ groups }: Manual, publicUrl: string): string {
  const parts = groups.map(({ title, entries }) => {
    const lines = entries.map(
      (entry) => `- [${entry.title}](${publicUrl}${entry.source ?? entry.href}): ${entry.summary}`,
    )
    return `## ${title}\n\n${lines.join('\n')}\n`
  })
  return `# LastHash\n\n> A website security platform that is driven through an API: it scans websites, tells what is wrong and how to mend it, keeps watch, and tells people and machines when something changes.\n\n${parts.join('\n')}`
}
