import { type Route, route } from '../../http/route.ts'
import { EXAMPLE, MOST_ROWS, WebsiteImport, WebsiteImportCreate } from './schema.ts'
import { type ImportRow, importWebsites, rowsOf } from './service.ts'

export const websiteImportRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/v1/website-imports',
    operationId: 'importWebsites',
    summary: 'Register many websites',
    description: `Up to ${MOST_ROWS} at once, as JSON or CSV, with a result for each: what is wrong with one keeps none of the others out.`,
    scope: 'websites:write',
    body: WebsiteImportCreate,
    example: {
      websites: [{ url: 'shop.example', tags: ['eu'] }, { url: 'blog.example' }, { url: 'ftp://files.example' }],
    },
    answers: { 200: { description: 'What became of each row.', schema: WebsiteImport, example: EXAMPLE } },
    async handler(call) {
      const given = rowsOf(call.body as { websites?: ImportRow[]; csv?: string })
      return { status: 200, body: await importWebsites(call, given) }
    },
  }),
]
