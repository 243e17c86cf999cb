import type { Feed } from '@lasthash/scanner/feeds/feed'
import { FEEDS } from '@lasthash/scanner/feeds/index'
import { FeedStore } from '@lasthash/scanner/feeds/store'
import { Type } from 'typebox'
import { LIST_QUERY, listBody, listOf, pageOf } from '../../http/list.ts'
import { type Route, route } from '../../http/route.ts'
import { askForFeeds, feedsFolder } from '../../jobs/update-feeds.ts'

const STALE = 8 * 86_400_000 // milliseconds: an update was missed seven days running
const NAME = /^[a-z0-9-]{1,40}$/
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const Moment = nullable(Type.String({ format: 'date-time' }))

const FeedObject = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    terms: Type.String({ description: 'What may be done with it, and where that stands.' }),
    status: Type.Enum(['current', 'stale', 'failing', 'missing'], {
      description: '`failing`: the last update did not work, and the copy before is used. `missing`: there is no copy.',
    }),
    records: nullable(Type.Integer()),
    date: nullable(Type.String({ format: 'date-time', description: 'Of what day the data is.' })),
    fetched_at: Moment,
    checked_at: Moment,
    error: nullable(Type.String({ description: 'Why the last update did not work.' })),
  },
  { title: 'Feed' },
)
const EXAMPLE = {
  name: 'kev',
  title: 'CISA: vulnerabilities that are exploited',
  terms: 'CC0, https://www.cisa.gov/known-exploited-vulnerabilities-catalog',
  status: 'current' as const,
  records: 1400,
  date: '2026-01-14T15:00:00Z',
  fetched_at: '2026-01-15T03:17:04Z',
  checked_at: '2026-01-15T03:17:04Z',
  error: null,
}

function feedObject({ name, title, terms }: Feed, store: FeedStore, now: number) {
  const state = store.state(name)
  if (!state) {
    const none = { records: null, date: null, fetched_at: null, checked_at: null, error: null }
    return { id: name, name, title, terms, status: 'missing', ...none }
  }
  const { records, date, fetched_at, checked_at, error } = state
  const status = error ? 'failing' : now - Date.parse(checked_at) > STALE ? 'stale' : 'current'
  return { id: name, name, title, terms, status, records, date, fetched_at, checked_at, error }
}

/** Vulnerability data: how old it is, where it comes from, and how to have it renewed. */
export const feedRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/feeds',
    operationId: 'listFeeds',
    summary: 'List feeds of vulnerability data',
    description:
      'How old each is on the machine that answers. Where there is no copy, scans use the small set that comes with the product.',
    scope: 'feeds:read',
    query: Type.Object(LIST_QUERY, { additionalProperties: false }),
    answers: {
      200: {
        description: 'By name.',
        schema: listOf(FeedObject),
        example: { object: 'list', data: [EXAMPLE], has_more: false, next_cursor: null },
      },
    },
    async handler({ context, query }) {
      const page = pageOf(query, NAME)
      const store = new FeedStore(feedsFolder(context.config))
      const sorted = [...FEEDS].sort((a, b) => (a.name < b.name ? -1 : 1))
      const rows = sorted
        .filter(({ name }) => page.before === null || name > page.before)
        .slice(0, page.take)
        .map((feed) => feedObject(feed, store, Date.now()))
      const body = listBody(rows, page)
      return { status: 200, body: { ...body, data: body.data.map(({ id: _, ...feed }) => feed) } }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/feeds/update',
    operationId: 'updateFeeds',
    summary: 'Have feeds renewed',
    description:
      'A worker fetches them, one after another. Asked again within ten minutes, it is done once. `GET /v1/feeds` tells how it went.',
    scope: 'feeds:write',
    body: Type.Object(
      {
        feeds: Type.Optional(
          Type.Array(Type.Enum(FEEDS.map(({ name }) => name)), {
            uniqueItems: true,
            maxItems: FEEDS.length,
            description: 'Names; all of them when left out.',
          }),
        ),
      },
      { additionalProperties: false },
    ),
    bodyOptional: true,
    example: { feeds: ['kev', 'epss'] },
    answers: {
      202: {
        description: 'It will be done.',
        schema: Type.Object({ status: Type.Literal('queued'), feeds: Type.Array(Type.String()) }),
        example: { status: 'queued', feeds: ['kev', 'epss'] },
      },
    },
    async handler({ context, body }) {
      const feeds = body.feeds ?? []
      await askForFeeds(context.queue, feeds)
      return {
        status: 202,
        body: { status: 'queued', feeds: feeds.length > 0 ? feeds : FEEDS.map(({ name }) => name) },
      }
    },
  }),
]
