import { WebhookVerificationError } from './errors.ts'
import { GeneratedWebhooks } from './resources.ts'
import { hmacSha256 } from './sha256.ts'
import type { Event } from './types.ts'

const TOLERANCE = 300 // seconds: Standard Webhooks

/** Headers in any of the forms in which servers have them. */
export type WebhookHeaders =
  | { get(name: string): string | null | undefined }
  | Record<string, string | readonly string[] | undefined>

export interface UnwrapOptions {
  /** How many seconds the timestamp may be off, either way: 300. */
  tolerance?: number
  /** Seconds since the epoch, instead of the present. */
  now?: number
}

/**
 * The event of a webhook, once its signature is shown to be right and fresh (Standard Webhooks). `body` is the raw body as it
 * came, before anything parsed it. Throws `WebhookVerificationError` otherwise.
 *
 * Keep the ids of events that you have dealt with: a delivery can come twice.
 */
export function unwrap(
  body: string | Uint8Array | ArrayBuffer,
  headers: WebhookHeaders,
  secret: string,
  { tolerance = TOLERANCE, now = Date.now() / 1000 }: UnwrapOptions = {},
): Event {
  const [id, time, signatures] = ['id', 'timestamp', 'signature'].map((name) => headerOf(headers, `webhook-${name}`))
  if (!id || !time || !signatures)
    throw new WebhookVerificationError('It lacks webhook-id, webhook-timestamp or webhook-signature.')
  if (!/^\d{1,12}$/.test(time)) throw new WebhookVerificationError('webhook-timestamp is not seconds since the epoch.')
  const off = Math.floor(now) - Number(time)
  if (Math.abs(off) > tolerance)
    throw new WebhookVerificationError(`It was signed ${Math.abs(off)} s ${off > 0 ? 'ago' : 'ahead of our clock'}.`)
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  const expected = hmacSha256(keyOf(secret), joined(new TextEncoder().encode(`${id}.${time}.`), bytes))
  // Every one is compared, so that the time tells nothing.
  let isRight = false
  for (const signature of signatures.split(' ')) {
    const [version, value = ''] = signature.split(',', 2)
    const given = version === 'v1' ? fromBase64(value) : undefined
    if (given && equal(expected, given)) isRight = true
  }
  if (!isRight) throw new WebhookVerificationError('No signature is right: another secret, or a body that was changed.')
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new WebhookVerificationError('It is signed, but is no JSON.')
  }
}

export class Webhooks extends GeneratedWebhooks {
  /** The event of a webhook, once its signature is shown to be right and fresh: see `unwrap`. */
  readonly unwrap: typeof unwrap = unwrap
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'object' ? found[0] : (found as string | undefined)
}

/** `whsec_` and base64, or any other text as it is. */
function keyOf(secret: string): Uint8Array {
  if (!secret) throw new WebhookVerificationError('There is no secret to verify it with.')
  const key = secret.startsWith('whsec_') ? fromBase64(secret.slice(6)) : new TextEncoder().encode(secret)
  if (!key?.length) throw new WebhookVerificationError('The secret begins with whsec_, but is not base64 after that.')
  return key
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** In a time that does not depend on where they differ. */
function equal(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length
  for (let index = 0; index < one.length; index++) difference |= one[index]! ^ (other[index] ?? 0)
  return difference === 0
}
