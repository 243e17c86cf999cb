import type { FastifyInstance, FastifyReply } from 'fastify'
import { appendAuditEntry } from '../audit/append.ts'
import type { Context } from '../context.ts'
import { addressOf } from '../people/person.ts'
import { idOfSigned } from '../reporting/signed-address.ts'
import { ownerOf } from '../resources/reports/store.ts'
import { escapeHtml, type Page, sendPage } from './page.ts'

const FORM_LIMIT = 8_192 // bytes
/** How programs send RFC 8058's one click, and browsers our form: what is in it does not matter. */
const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data']

/**
 * `/unsubscribe/{token}`: no more mails of one schedule to one address. A look at the page changes nothing, for programs follow
 * the links in mails; the button does, and so does RFC 8058's one click, which comes without one from wherever.
 */
export function serveUnsubscribe(app: FastifyInstance, context: Context): void {
  const { database, secrets, brands } = context
  app.register(async (pages) => {
    pages.addContentTypeParser(FORMS, { parseAs: 'string', bodyLimit: FORM_LIMIT }, (_, __, done) => done(null, {}))
    pages.get<{ Params: { token: string } }>('/unsubscribe/:token', async (request, reply) => {
      const found = await find(request.params.token)
      if (!found) return nothing(reply, { brand: await brands.ofHost(request.headers.host) })
      const { recipient, brand } = found
      if (recipient.unsubscribed_at) return done(reply, { brand }, recipient)
      return sendPage(reply, {
        brand,
        title: 'No more of these mails?',
        body: `<p>“${escapeHtml(recipient.name)}” is mailed to <b>${escapeHtml(recipient.address)}</b>.</p><form method="post"><button>Unsubscribe</button></form>`,
      })
    })
    pages.post<{ Params: { token: string } }>('/unsubscribe/:token', async (request, reply) => {
      const found = await find(request.params.token)
      if (!found) return nothing(reply, { brand: await brands.ofHost(request.headers.host) })
      const { recipient, brand, organizationId } = found
      await database
        .as(organizationId)
        .transaction()
        .execute(async (trx) => {
          const changed = await trx
            .updateTable('report_recipients')
            .set({ unsubscribed_at: new Date() })
            .where('organization_id', '=', organizationId)
            .where('id', '=', recipient.id)
            .where('unsubscribed_at', 'is', null)
            .executeTakeFirst()
          if (changed.numUpdatedRows === 0n) return
          await appendAuditEntry(trx, secrets, {
            organization_id: organizationId,
            actor: recipient.id,
            address: addressOf(request, context),
            request_id: request.id,
            operation: 'unsubscribe',
            object_id: recipient.report_schedule_id,
            before: null,
            after: { address: recipient.address },
          })
        })
      return done(reply, { brand }, recipient)
    })
  })

  async function find(token: string) {
    const id = idOfSigned(secrets, 'unsubscribe', token)
    const organizationId = id && (await ownerOf(database.app, id))
    if (!organizationId) return null
    const recipient = await database
      .as(organizationId)
      .selectFrom('report_recipients')
      .innerJoin('report_schedules', 'report_schedules.id', 'report_recipients.report_schedule_id')
      .select(['report_recipients.id', 'report_schedule_id', 'address', 'unsubscribed_at', 'name'])
      .where('report_recipients.organization_id', '=', organizationId)
      .where('report_recipients.id', '=', id)
      .executeTakeFirst()
    return recipient ? { organizationId, recipient, brand: await brands.of(organizationId) } : null
  }
}

type Look = Pick<Page, 'brand'>

function done(reply: FastifyReply, look: Look, { address, name }: { address: string; name: string }): FastifyReply {
  const body = `<p class="done">“${escapeHtml(name)}” is not mailed to <b>${escapeHtml(address)}</b> any more.</p>`
  return sendPage(reply, { ...look, title: 'You are unsubscribed', body })
}

function nothing(reply: FastifyReply, look: Look): FastifyReply {
  const body =
    '<p>The link is not whole, or these mails are no longer sent at all. Links in mails are sometimes cut: copy all of it.</p>'
  return sendPage(reply, { ...look, title: 'There is nothing to unsubscribe from', status: 404, body })
}
