import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { readBounce } from '../reporting/bounce.ts'
import { deliveryOfBounce } from '../reporting/signed-address.ts'
import { ownerOf } from '../resources/reports/store.ts'

const TYPES = ['message/rfc822', 'text/plain', 'application/octet-stream']
const LIMIT = 1024 * 1024 // bytes: a report holds the mail that it is about, or its head

/**
 * `POST /bounces`: what came back of a mail, as it is. No key: the address that it came back to was signed by us, and tells
 * which mail it was. Whatever was sent is taken; nobody learns here whether it meant something.
 */
export function serveBounces(app: FastifyInstance, { database, secrets }: Context): void {
  app.register(async (pages) => {
    pages.addContentTypeParser(TYPES, { parseAs: 'string', bodyLimit: LIMIT }, (_, body, done) => done(null, body))
    pages.post('/bounces', async (request, reply) => {
      const message = typeof request.body === 'string' ? request.body : ''
      const bounce = readBounce(message)
      const id = bounce && deliveryOfBounce(secrets, message)
      const organizationId = id && (await ownerOf(database.app, id))
      if (bounce && organizationId) await record(organizationId, id, bounce)
      return reply.code(204).header('cache-control', 'no-store').send()
    })
  })

  async function record(
    organizationId: string,
    id: string,
    { status, said }: NonNullable<ReturnType<typeof readBounce>>,
  ) {
    await database
      .as(organizationId)
      .transaction()
      .execute(async (trx) => {
        const bounced = await trx
          .updateTable('report_deliveries')
          .set({ status: 'bounced', error: `It came back: ${said}` })
          .where('organization_id', '=', organizationId)
          .where('id', '=', id)
          .where('status', '=', 'sent')
          .returning('recipient_id')
          .executeTakeFirst()
        // The address, or the server of its domain, is not there (RFC 3463 section 3.2).
        if (!bounced || !status.startsWith('5.1.')) return
        await trx
          .updateTable('report_recipients')
          .set({ bounced_at: sql<Date>`now()`, bounce_reason: said })
          .where('organization_id', '=', organizationId)
          .where('id', '=', bounced.recipient_id)
          .where('bounced_at', 'is', null)
          .execute()
      })
  }
}
