import { catalogue } from '@lasthash/scanner'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { ERRORS } from '../../errors.ts'
import { sendDocument } from '../document.ts'
import { sendPage } from '../page.ts'
import { llmsText, manualPageHtml, searchHtml, startHtml } from './html.ts'
import { type Manual, readManual } from './pages.ts'
import { type Place, search } from './search.ts'

/** There are hundreds of errors and checks: what explains stands before them. */
const LISTED = 0.4

/** `/docs/start` and a page for each Markdown file, each also as it was written, the search over them, and `/llms.txt`. */
export function serveManual(app: FastifyInstance, { config }: Context): void {
  // Made when first asked for: the start is quicker, and most processes never are.
  const manual = once(readManual)
  const places = once(() => placesOf(manual()))
  const start = once(() => startHtml(manual()))
  const made = new Map<string, string>()

  app.get('/docs/start', (_, reply) => sendDocument(reply, start()))
  app.get('/docs/', (_, reply) => reply.redirect('/docs/start', 301))
  app.get<{ Querystring: { q?: string | string[] } }>('/docs/search', ({ query: { q } }, reply) => {
    const query = [q ?? ''].flat().join(' ')
    return sendDocument(reply, searchHtml(query, search(places(), query)))
  })
  app.get('/llms.txt', (_, reply) =>
    reply.header('content-type', 'text/plain; charset=utf-8').send(llmsText(manual(), config.publicUrl)),
  )
  app.get<{ Params: { page: string } }>('/docs/:page', ({ params: { page: name } }, reply) => {
    const markdown = manual().tables.get(name) ?? manual().pages.get(name.replace(/\.md$/, ''))?.markdown
    if (name.endsWith('.md') && markdown !== undefined)
      return reply.header('content-type', 'text/markdown; charset=utf-8').send(markdown)
    const page = manual().pages.get(name)
    if (!page)
      return sendPage(reply, {
        status: 404,
        title: 'No such page',
        body: '<p>All of them are listed under <a href="/docs/start">Documentation</a>.</p>',
      })
    const html = made.get(name) ?? manualPageHtml(manual(), page)
    made.set(name, html)
    return sendDocument(reply, html)
  })
}

function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/** Every section of every page, every error, every check. */
function placesOf({ pages }: Manual): Place[] {
  const sections = [...pages.values()].flatMap(({ slug, title, sections }) =>
    sections.map(({ id, title: heading, depth, text }) => ({
      href: depth === 1 ? `/docs/${slug}` : `/docs/${slug}#${id}`,
      page: title,
      heading,
      text,
    })),
  )
  const errors = Object.entries(ERRORS).map(([code, { title, explanation }]) => ({
    href: `/docs/errors#${code}`,
    page: 'Errors',
    heading: `${code}: ${title}`,
    text: explanation.replaceAll('`', ''),
    weight: LISTED,
  }))
  const checks = catalogue().map(({ id, question, outcomes }) => ({
    href: `/docs/checks/${id}`,
    page: 'Checks',
    heading: `${id}: ${question}`,
    text: outcomes.map(({ title, why }) => `${title}. ${why}`.replaceAll('`', '')).join(' '),
    weight: LISTED,
  }))
  return [...sections, ...errors, ...checks]
}
