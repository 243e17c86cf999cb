import { constants, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto'
import { suiteName, traitsOf } from '../../../cipher-suite.ts'
import type { Offer } from '../client-hello.ts'
import type { Dialer } from '../dialer.ts'
import type { Flaw } from '../evidence.ts'
import { ALERT, CHANGE_CIPHER_SPEC, HANDSHAKE, record } from '../record.ts'
import { chose, type Search } from '../suites.ts'
import { CODES } from '../versions.ts'
import { u8, vec16, vec24 } from '../wire.ts'

const SECRET = 48 // bytes of a pre-master secret, the first two of which are the version
const NOISE = 64 // bytes in the place of Finished: whole blocks for any cipher
const ROUNDS = 2 // further rounds that must show the same difference

type Variant = 'correct' | 'not_pkcs1' | 'zero_misplaced' | 'no_zero' | 'wrong_version'
const VARIANTS: readonly Variant[] = ['correct', 'not_pkcs1', 'zero_misplaced', 'no_zero', 'wrong_version']

/**
 * ROBOT: whether the server answers differently to a pre-master secret that was padded wrongly (PKCS #1 v1.5), which lets
 * anyone decrypt with its key by asking often enough. The five messages are those of the paper (robotattack.org); they are
 * tried with what follows them in a handshake, and alone. A difference counts only when it comes again.
 */
export async function probeRobot(dialer: Dialer, search: Search, offer: Offer): Promise<Flaw | 'weak'> {
  const answer = search.answers.find(({ hello }) => hello && isPlainRsa(hello.suite))
  const certificate = answer?.certificates[0]
  if (!answer || !certificate) return 'safe'
  const asking: Offer = { ...offer, suites: [answer.hello!.suite] }
  for (const whole of [true, false]) {
    const first = await round(dialer, asking, certificate, whole)
    if (first === null) return 'unknown'
    if (new Set(first.values()).size === 1) continue
    for (let again = 0; again < ROUNDS; again += 1) {
      const next = await round(dialer, asking, certificate, whole)
      if (next === null || VARIANTS.some((variant) => next.get(variant) !== first.get(variant))) return 'unknown'
    }
    const wrong = new Set([first.get('not_pkcs1'), first.get('zero_misplaced'), first.get('no_zero')])
    return wrong.size === 1 ? 'weak' : 'vulnerable'
  }
  return 'safe'
}

function isPlainRsa(code: number): boolean {
  const { key_exchange, export: isExport } = traitsOf(suiteName(code))
  return key_exchange === 'RSA' && !isExport
}

/** How the server answers each variant, in a word; null where one line failed. */
async function round(
  dialer: Dialer,
  offer: Offer,
  certificate: Buffer,
  whole: boolean,
): Promise<Map<Variant, string> | null> {
  const answers = await Promise.all(
    VARIANTS.map((variant) => ask(dialer, offer, paddedSecret(certificate, variant, CODES[offer.version]), whole)),
  )
  const seen = new Map<Variant, string>()
  for (const [index, answer] of answers.entries()) {
    if (answer === null) return null
    seen.set(VARIANTS[index]!, answer)
  }
  return seen
}

function ask(dialer: Dialer, offer: Offer, encrypted: Buffer, whole: boolean): Promise<string | null> {
  return dialer.use(async (line) => {
    const answer = await dialer.greetOn(line, offer)
    if (!chose(answer, offer)) return null
    const wire = CODES[offer.version]
    const secret = offer.version === 'SSLv3' ? encrypted : vec16(encrypted)
    line.send(
      record(HANDSHAKE, wire, Buffer.concat([u8(16), vec24(secret)])),
      ...(whole ? [record(CHANGE_CIPHER_SPEC, wire, u8(1)), record(HANDSHAKE, wire, randomBytes(NOISE))] : []),
    )
    // The end of our side makes a server that waits for more hang up, so that silence need not be waited out.
    line.socket.end()
    const alerts: string[] = []
    const end = await dialer.records(line, ({ type, fragment }) => {
      if (type === ALERT) alerts.push(`alert ${fragment[1]}`)
      return false
    })
    return [...alerts, end].join(', ')
  })
}

/** Encrypted with the server's key, as PKCS #1 v1.5 has it or, on purpose, not. */
function paddedSecret(certificate: Buffer, variant: Variant, version: number): Buffer {
  const { publicKey } = new X509Certificate(certificate)
  const size = Math.ceil((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8)
  const block = nonZero(size)
  block[0] = 0
  block[1] = 2
  const start = size - SECRET
  block[start - 1] = 0
  block.writeUInt16BE(version, start)
  if (variant === 'not_pkcs1') block.writeUInt16BE(0x4117, 0)
  if (variant === 'zero_misplaced') {
    block[start - 1] = 0x11
    block[size - 2] = 0
  }
  if (variant === 'no_zero') block[start - 1] = 0x11
  if (variant === 'wrong_version') block.writeUInt16BE(0x0202, start)
  return publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, block)
}

function nonZero(size: number): Buffer {
  const bytes = randomBytes(size)
  for (const [index, byte] of bytes.entries()) if (byte === 0) bytes[index] = 1
  return bytes
}
