import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { idOfSigned } from '../reporting/signed-address.ts'
import { fileHeaders } from '../resources/reports/file.ts'
import { countUse, findShared, ownerOf } from '../resources/reports/store.ts'
import { sendPage } from './page.ts'

/** `/shared/{token}`: a report for whoever has the address, until it expires or is revoked. Nothing else can be reached by it. */
export function serveShared(app: FastifyInstance, context: Context): void {
  app.get<{ Params: { token: string } }>('/shared/:token', async (request, reply) => {
    const { database, secrets, blobs, brands } = context
    // Search engines find what people paste somewhere.
    reply.header('x-robots-tag', 'noindex, nofollow')
    const linkId = idOfSigned(secrets, 'share', request.params.token)
    const organizationId = linkId && (await ownerOf(database.app, linkId))
    if (!organizationId) return unknown(reply, await brands.ofHost(request.headers.host))
    const db = database.as(organizationId)
    const report = await findShared(db, organizationId, linkId)
    const brand = await brands.of(organizationId)
    if (report?.status !== 'done') return unknown(reply, brand)
    const { link_expires_at, link_revoked_at } = report
    const blob =
      link_revoked_at || link_expires_at <= new Date() ? null : await blobs.get(organizationId, report.blob_key!)
    if (!blob) {
      return sendPage(reply, {
        brand,
        title: 'This link is over',
        status: 410,
        body: '<p>It was valid for a time, or was revoked. Ask whoever sent it to you for a new one.</p>',
      })
    }
    if (request.method === 'GET') await countUse(db, organizationId, linkId)
    return reply.headers(fileHeaders(report, blob.size)).send(blob.stream)
  })
}

function unknown(reply: FastifyReply, brand: Parameters<typeof sendPage>[1]['brand']): FastifyReply {
  return sendPage(reply, {
    ...(brand ? { brand } : {}),
    title: 'There is nothing here',
    status: 404,
    body: '<p>The link is not whole, or the report is gone. Links in mails are sometimes cut: copy all of it.</p>',
  })
}
