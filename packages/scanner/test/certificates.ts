import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'

export interface CertificateOptions {
  /** Common name of the subject; null for an empty subject. Default: the first of `names`. */
  commonName?: string | null
  /** Subject alternative names: DNS names, or IPv4 and IPv6 addresses. */
  names?: readonly string[]
  not_before?: Date
  not_after?: Date
  /** Default: an EC key on P-256. RSA by bits. */
  key?: { rsa: number } | { ec: string } | 'ed25519'
  /** Default SHA-256. */
  digest?: 'sha256' | 'sha384' | 'sha1' | 'md5'
  /** Who signs; without one it signs itself. */
  issuer?: Certificate
  /** May sign others. */
  ca?: boolean
  /** Sets the TLS feature `status_request` (RFC 7633), "must-staple". */
  must_staple?: boolean
  /** URLs of the authority information access extension. */
  ocsp_url?: string
  issuers_url?: string
  /** Where the list of revoked ones can be had. */
  crl_url?: string
  /** Organisation of the subject, beside its common name. */
  organisation?: string
  /** Further extensions: DER of the value, without the OCTET STRING around it. */
  extensions?: readonly { oid: string; critical?: boolean; der: Buffer }[]
}

export interface Certificate {
  name: Buffer
  private_key: KeyObject
  /** PEM, as `tls.createServer` wants it. */
  key: string
  cert: string
  der: Buffer
  x509: X509Certificate
}

const DAY = 86_400_000 // milliseconds
const ALGORITHMS = {
  rsa: {
    md5: '1.2.840.113549.1.1.4',
    sha1: '1.2.840.113549.1.1.5',
    sha256: '1.2.840.113549.1.1.11',
    sha384: '1.2.840.113549.1.1.12',
  },
  ec: { md5: '', sha1: '1.2.840.10045.4.1', sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3' },
} as const
const ED25519 = '1.3.101.112'

/** Makes an X.509 certificate (RFC 5280) with any fault a test asks for, in pure Node. */
export function makeCertificate(options: CertificateOptions = {}): Certificate {
  const { names = [], digest = 'sha256', issuer, ca = false } = options
  const { privateKey, publicKey } = makeKey(options.key ?? { ec: 'prime256v1' })
  const name = nameOf(
    options.commonName === undefined ? (names[0] ?? 'Test') : options.commonName,
    options.organisation,
  )
  const signer = issuer?.private_key ?? privateKey
  const algorithm = algorithmOf(signer, digest)
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha1').update(spki).digest()

  const extensions = [
    extension('2.5.29.14', der(0x04, keyId)),
    ...(ca
      ? [extension('2.5.29.19', sequence(der(0x01, Buffer.from([0xff]))), true)]
      : [extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1')))]),
    ...(names.length > 0 ? [extension('2.5.29.17', sequence(...names.map(alternativeName)))] : []),
    ...(options.must_staple ? [extension('1.3.6.1.5.5.7.1.24', sequence(der(0x02, Buffer.from([5]))))] : []),
    ...authorityAccess(options),
    ...(options.crl_url
      ? [extension('2.5.29.31', sequence(sequence(der(0xa0, der(0xa0, der(0x86, Buffer.from(options.crl_url)))))))]
      : []),
    ...(options.extensions ?? []).map((one) => extension(one.oid, one.der, one.critical)),
  ]
  const tbs = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.concat([Buffer.from([0x11]), randomBytes(8)])), // serial
    algorithm,
    issuer?.name ?? name,
    sequence(
      time(options.not_before ?? new Date(Date.now() - DAY)),
      time(options.not_after ?? new Date(Date.now() + 90 * DAY)),
    ),
    name,
    spki,
    der(0xa3, sequence(...extensions)),
  )
  const signature = sign(signer.asymmetricKeyType === 'ed25519' ? null : digest, tbs, signer)
  const whole = sequence(tbs, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  return {
    name,
    private_key: privateKey,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    der: whole,
    x509: new X509Certificate(whole),
  }
}

/** A root, an intermediate signed by it, and a leaf signed by that. */
export function makeChain(leaf: CertificateOptions): {
  root: Certificate
  intermediate: Certificate
  leaf: Certificate
} {
  const root = makeCertificate({ commonName: 'Test Root', ca: true })
  const intermediate = makeCertificate({ commonName: 'Test Intermediate', ca: true, issuer: root })
  return { root, intermediate, leaf: makeCertificate({ ...leaf, issuer: intermediate }) }
}

function makeKey(kind: NonNullable<CertificateOptions['key']>): { privateKey: KeyObject; publicKey: KeyObject } {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519')
  if ('ec' in kind) return generateKeyPairSync('ec', { namedCurve: kind.ec })
  return generateKeyPairSync('rsa', { modulusLength: kind.rsa })
}

function algorithmOf(signer: KeyObject, digest: keyof typeof ALGORITHMS.rsa): Buffer {
  if (signer.asymmetricKeyType === 'ed25519') return sequence(oid(ED25519))
  if (signer.asymmetricKeyType === 'rsa') return sequence(oid(ALGORITHMS.rsa[digest]), der(0x05, Buffer.alloc(0)))
  return sequence(oid(ALGORITHMS.ec[digest]))
}

function authorityAccess({ ocsp_url, issuers_url }: CertificateOptions): Buffer[] {
  const entries = [
    ...(ocsp_url ? [sequence(oid('1.3.6.1.5.5.7.48.1'), der(0x86, Buffer.from(ocsp_url)))] : []),
    ...(issuers_url ? [sequence(oid('1.3.6.1.5.5.7.48.2'), der(0x86, Buffer.from(issuers_url)))] : []),
  ]
  return entries.length > 0 ? [extension('1.3.6.1.5.5.7.1.1', sequence(...entries))] : []
}

function alternativeName(name: string): Buffer {
  if (/^[\d.]+$/.test(name)) return der(0x87, Buffer.from(name.split('.').map(Number)))
  if (name.includes(':')) return der(0x87, ipv6(name))
  return der(0x82, Buffer.from(name))
}

function ipv6(address: string): Buffer {
  const [head = '', tail = ''] = address.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [front, back] = [groups(head), groups(tail)]
  const all = [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back]
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 0xff]))
}

function nameOf(commonName: string | null, organisation?: string): Buffer {
  const part = (id: string, text: string) => der(0x31, sequence(oid(id), der(0x0c, Buffer.from(text))))
  return sequence(
    ...(organisation ? [part('2.5.4.10', organisation)] : []),
    ...(commonName === null ? [] : [part('2.5.4.3', commonName)]),
  )
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(oid(id), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value))
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280 section 4.1.2.5). */
export function time(date: Date): Buffer {
  const digits = `${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f]
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift((left & 0x7f) | 0x80)
  return bytes
}

export function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

/** One element of DER: tag, length, content (X.690 section 8.1). */
export function der(tag: number, content: Buffer): Buffer {
  if (content.length < 128) return Buffer.concat([Buffer.from([tag, content.length]), content])
  const hex = content.length.toString(16)
  const length = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content])
}
