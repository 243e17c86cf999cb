import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../secrets.ts'

/** What an address allows: to have a report, to get no more of a schedule's mails, to tell that a mail came back. */
type Purpose = 'share' | 'unsubscribe' | 'bounce'

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
