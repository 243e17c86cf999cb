import { sql } from 'kysely'
import { ApiError, type FieldError } from '../../errors.ts'
import { DELIVERIES_CHANNEL, recordEvent } from '../../events/record.ts'
import { newSecret, secretFault, standardForm } from '../../events/sign.ts'
import { LATEST } from '../../events/versions.ts'
import type { Call } from '../../http/route.ts'
import { callableUrl } from '../../outbound.ts'
import { toWebhook } from './schema.ts'
import { giveUpDeliveries, insertWebhook, redeliver, replaceSecret, updateWebhook } from './store.ts'

const OVERLAP_MS = 24 * 3_600_000 // how long two secrets sign after a rotation

interface Creation {
  url: string
  events: string[]
  secret?: string
  description?: string
  api_version?: string
}

/** Stores the endpoint; the secret only sealed. The answer is the one time that it is shown. */
export async function createWebhook({ db, organizationId, context }: Call, given: Creation) {
  const url = callableUrl(given.url, context.config.allowPrivate, '/url')
  const secret = checkedSecret(given.secret)
  const { events, description = '', api_version = LATEST } = given
  const webhook = await insertWebhook(db, organizationId, {
    url,
    events,
    description,
    api_version,
    secret: context.secrets.seal(secret),
  })
  return { ...toWebhook(webhook), secret: standardForm(secret) }
}

/** From now on the new secret signs, and for a day the old one as well. The answer is the one time that it is shown. */
export async function rotateSecret({ db, organizationId, context }: Call, id: string, given: string | undefined) {
  const secret = checkedSecret(given)
  const until = new Date(Date.now() + OVERLAP_MS)
  const webhook = await replaceSecret(db, organizationId, id, context.secrets.seal(secret), until)
  if (!webhook) throw new ApiError('not_found', `There is no webhook ${id}.`)
  return { ...toWebhook(webhook), secret: standardForm(secret) }
}

function checkedSecret(given: string | undefined): string {
  const secret = given ?? newSecret()
  const fault = secretFault(secret)
  if (fault) refuse([{ pointer: '/secret', detail: fault }])
  return secret
}

interface Changes {
  url?: string
  events?: string[]
  description?: string | null
  enabled?: boolean
  api_version?: string
}

/** JSON merge patch. What waits for an endpoint that is switched off is given up: it is sent nothing more. */
export async function changeWebhook({ db, organizationId, context }: Call, id: string, changes: Changes) {
  const { url, description, ...rest } = changes
  const webhook = await updateWebhook(db, organizationId, id, {
    ...rest,
    ...(url === undefined ? {} : { url: callableUrl(url, context.config.allowPrivate, '/url') }),
    ...(description === undefined ? {} : { description: description ?? '' }),
  })
  if (!webhook) throw new ApiError('not_found', `There is no webhook ${id}.`)
  if (changes.enabled === false) await giveUpDeliveries(db, organizationId, id)
  return webhook
}

/** A test event for one endpoint, subscribed or not. Gives the event's id. */
export async function sendTest({ db, organizationId }: Call, webhook: { id: string; url: string }): Promise<string> {
  const data = { webhook_id: webhook.id, message: 'This is a test. If you can verify its signature, all is well.' }
  const { id } = await recordEvent(db, organizationId, 'webhook.test', data, { onlyWebhook: webhook.id })
  return id
}

/** Sends a delivery once more, with the same webhook-id. */
export async function sendAgain({ db, organizationId }: Call, deliveryId: string) {
  const delivery = await redeliver(db, organizationId, deliveryId)
  await sql`SELECT pg_notify(${DELIVERIES_CHANNEL}, '')`.execute(db)
  return delivery
}

function refuse(errors: FieldError[]): never {
  throw new ApiError('validation_failed', `The body does not validate. ${errors[0]!.pointer}: ${errors[0]!.detail}.`, {
    errors,
  })
}
