import {
  constants,
  createDiffieHellman,
  createECDH,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto'
import type { KeyExchange } from '../server-hello.ts'
import { u16, vec8, vec16, WireError } from '../wire.ts'

/** Curves in which a session can be agreed on, by their number on the wire. */
const CURVES: ReadonlyMap<number, string> = new Map([
  [0x1d, 'x25519'],
  [0x17, 'prime256v1'],
  [0x18, 'secp384r1'],
  [0x19, 'secp521r1'],
])
export const AGREEABLE_GROUPS: readonly number[] = [...CURVES.keys()]

export interface Agreement {
  /** Our share, as it goes over the wire. */
  share: Buffer
  /** The common secret, from the other side's share. */
  secret: (theirs: Buffer) => Buffer
}

/** Our half of an agreement in a named curve. Throws `WireError` for a curve that we cannot do. */
export function agreement(group: number): Agreement {
  const curve = CURVES.get(group)
  if (!curve) throw new WireError('a curve that was not offered')
  if (curve === 'x25519') return x25519()
  const ecdh = createECDH(curve)
  return { share: ecdh.generateKeys(), secret: (theirs) => checked(() => ecdh.computeSecret(theirs)) }
}

function x25519(): Agreement {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  const { x } = publicKey.export({ format: 'jwk' })
  return {
    share: Buffer.from(x!, 'base64url'),
    secret: (theirs) =>
      checked(() => {
        const jwk = { kty: 'OKP', crv: 'X25519', x: theirs.toString('base64url') }
        return diffieHellman({ privateKey, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) })
      }),
  }
}

/** ClientKeyExchange's body and the pre-master secret (RFC 5246 section 7.4.7), for whatever the server asked for. */
export function clientKeyExchange(
  exchange: KeyExchange | null,
  certificate: Buffer | undefined,
  version: number,
): { body: Buffer; secret: Buffer } {
  return checked(() => {
    if (exchange?.kind === 'ecdhe' && exchange.group !== 'explicit') {
      const ours = agreement(exchange.group)
      return { body: vec8(ours.share), secret: ours.secret(exchange.public) }
    }
    if (exchange?.kind === 'dhe') {
      const ours = createDiffieHellman(exchange.prime, exchange.generator)
      const share = ours.generateKeys()
      // Leading zeroes are left out (RFC 5246 section 8.1.2).
      return { body: vec16(share), secret: stripZeroes(ours.computeSecret(exchange.public)) }
    }
    if (exchange !== null || !certificate) throw new WireError('a key exchange that was not offered')
    const secret = Buffer.concat([u16(version), randomBytes(46)])
    const key = new X509Certificate(certificate).publicKey
    return { body: vec16(publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, secret)), secret }
  })
}

function stripZeroes(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  return bytes.subarray(Math.max(0, first))
}

/** Keys that OpenSSL refuses are the server's fault, not ours. */
function checked<T>(compute: () => T): T {
  try {
    return compute()
  } catch (error) {
    if (error instanceof WireError) throw error
    throw new WireError((error as Error).message)
  }
}
