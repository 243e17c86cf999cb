import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../secrets.ts'

/** What an address allows: to have a report, to get no more of a schedule's mails. */
type Purpose = 'share' | 'unsubscribe'

/** `id.signature`: needs nothing but what it says, and nobody else can make one. */
export function signedId(secrets: Secrets, purpose: Purpose, id: string): string {
  return `${id}.${secrets.signAddress(`${purpose} ${id}`)}`
}

/** The identifier, when we have signed it for this purpose; else null. */
export function idOfSigned(secrets: Secrets, purpose: Purpose, token: string): string | null {
  const [id = '', signature = '', ...more] = token.split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(secrets.signAddress(`${purpose} ${id}`))]
  return more.length === 0 && given.length === right.length && timingSafeEqual(given, right) ? id : null
}

export function shareUrl(secrets: Secrets, publicUrl: string, linkId: string): string {
  return `${publicUrl}/shared/${signedId(secrets, 'share', linkId)}`
}

export function unsubscribeUrl(secrets: Secrets, publicUrl: string, recipientId: string): string {
  return `${publicUrl}/unsubscribe/${signedId(secrets, 'unsubscribe', recipientId)}`
}

const TAG_DIGITS = 16 // hexadecimal: 64 bits, and what stands before the @ has at most 64 characters

/**
 * Whom a mail comes back to when it cannot be delivered: `bounces+dlv_….signature@…` (variable envelope return path), in lower
 * case, for not every server keeps capitals.
 */
export function bounceAddress(secrets: Secrets, base: string, deliveryId: string): string {
  const at = base.lastIndexOf('@')
  return `${base.slice(0, at)}+${deliveryId}.${tagOf(secrets, deliveryId)}${base.slice(at)}`
}

/** The delivery that a text names by such an address; null when there is none that we have signed. */
export function deliveryOfBounce(secrets: Secrets, text: string): string | null {
  for (const [, id, tag] of text.matchAll(/\+(dlv_[0-9a-z]{26})\.([0-9a-f]{16})@/gi))
    if (tag!.toLowerCase() === tagOf(secrets, id!.toLowerCase())) return id!.toLowerCase()
  return null
}

function tagOf(secrets: Secrets, deliveryId: string): string {
  const signature = Buffer.from(secrets.signAddress(`bounce ${deliveryId}`), 'base64url')
  return signature.toString('hex').slice(0, TAG_DIGITS)
}
