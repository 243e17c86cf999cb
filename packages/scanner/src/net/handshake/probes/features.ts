import { EXTENSION } from '../client-hello.ts'
import type { Dialer } from '../dialer.ts'
import type { Features } from '../evidence.ts'
import { type Contact, chose } from '../suites.ts'
import { Reader, u8, u16, WireError } from '../wire.ts'

const DEFLATE = 1

/** One hello that offers everything there is to take up, in the newest version whose answer can be read. */
export async function probeFeatures(
  dialer: Dialer,
  newest: Contact,
): Promise<{ features: Features; staple: Buffer | null; timestamps: Buffer | null }> {
  const { offer, version } = newest
  const nothing = Buffer.alloc(0)
  const everything = {
    ...offer,
    compression: [DEFLATE, 0],
    extensions: new Map([
      [EXTENSION.heartbeat, u8(1)],
      [EXTENSION.npn, nothing],
      [EXTENSION.signed_certificate_timestamp, nothing],
      [EXTENSION.status_request, Buffer.concat([u8(1), u16(0, 0)])],
    ]),
  }
  const tried = await dialer.greet(everything)
  const answer = chose(tried, everything) ? tried : newest.answer!
  const { extensions, compression } = answer.hello!
  const features: Features = {
    version,
    secure_renegotiation: extensions.has(EXTENSION.renegotiation_info),
    compression: compression === DEFLATE,
    heartbeat: extensions.has(EXTENSION.heartbeat),
    extended_master_secret: extensions.has(EXTENSION.extended_master_secret),
    npn: namesOf(extensions.get(EXTENSION.npn)),
  }
  const timestamps = extensions.get(EXTENSION.signed_certificate_timestamp) ?? null
  return { features, staple: answer.staple, timestamps }
}

function namesOf(body: Buffer | undefined): string[] {
  const names: string[] = []
  try {
    const list = new Reader(body ?? Buffer.alloc(0))
    while (list.left > 0) names.push(list.vec8().toString('latin1'))
  } catch (error) {
    if (!(error instanceof WireError)) throw error
  }
  return names
}
