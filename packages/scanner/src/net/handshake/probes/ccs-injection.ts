import { randomBytes } from 'node:crypto'
import type { Dialer } from '../dialer.ts'
import type { Flaw } from '../evidence.ts'
import { ALERT, CHANGE_CIPHER_SPEC, HANDSHAKE, record } from '../record.ts'
import { type Contact, chose } from '../suites.ts'
import { CODES } from '../versions.ts'
import { u8 } from '../wire.ts'

const BAD_RECORD_MAC = 20
const DECRYPTION_FAILED = 21
const NOISE = 48 // bytes: whole blocks, so that it could be a record of any cipher

/**
 * CVE-2014-0224: a server with the flaw takes ChangeCipherSpec before any key was agreed, and from then on tries to decrypt.
 * Noise after it is then a record with a bad MAC; a sound server complains of the ChangeCipherSpec instead. A second line
 * without it is the control: who calls the same noise a bad MAC there, too, proves nothing.
 */
export async function probeCcsInjection(dialer: Dialer, contact: Contact): Promise<Flaw> {
  if ((await complaint(dialer, contact, true)) !== 'mac') return 'safe'
  return (await complaint(dialer, contact, false)) === 'mac' ? 'unknown' : 'vulnerable'
}

function complaint(dialer: Dialer, { offer, version }: Contact, early: boolean): Promise<'mac' | 'other'> {
  return dialer.use(async (line) => {
    const answer = await dialer.greetOn(line, offer)
    if (!chose(answer, offer)) return 'other'
    const wire = CODES[version]
    line.send(...(early ? [record(CHANGE_CIPHER_SPEC, wire, u8(1))] : []), record(HANDSHAKE, wire, randomBytes(NOISE)))
    line.socket.end()
    let description: number | undefined
    await dialer.records(line, ({ type, fragment }) => {
      if (type === ALERT) description = fragment[1]
      return type === ALERT
    })
    return description === BAD_RECORD_MAC || description === DECRYPTION_FAILED ? 'mac' : 'other'
  })
}
