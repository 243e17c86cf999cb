import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createSecureContext, type SecureContext } from 'node:tls'

const ECDSA_SHA256 = '06082a8648ce3d040302' // 1.2.840.10045.4.3.2
const COMMON_NAME = '0603550403' // 2.5.4.3

let made: SecureContext | undefined

/**
 * What our proxy shows the browser for every host: a certificate of our own, of a key that lives as long as this process.
 * The browser is told to take any, since what the website's own certificate is worth has been judged elsewhere.
 */
export function proxyContext(): SecureContext {
  made ??= createSecureContext(selfSigned())
  return made
}

function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const algorithm = sequence(Buffer.from(ECDSA_SHA256, 'hex'))
  const name = sequence(
    element(0x31, sequence(Buffer.from(COMMON_NAME, 'hex'), element(0x0c, Buffer.from('LastHash')))),
  )
  const day = 86_400_000 // milliseconds
  const content = sequence(
    element(0x02, Buffer.concat([Buffer.from([0x11]), randomBytes(8)])),
    algorithm,
    name,
    sequence(time(Date.now() - day), time(Date.now() + 365 * day)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = element(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]))
  const der = sequence(content, algorithm, signature)
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

function time(at: number): Buffer {
  return element(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts))
}

/** Tag, length, content (X.690 section 8.1); contents here are shorter than 64 KiB. */
function element(tag: number, content: Buffer): Buffer {
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const size = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
