import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { getCACertificates, rootCertificates } from 'node:tls'
import { type TlsEvidence, Unavailable } from '../evidence.ts'
import { keyHash } from '../feeds/badkeys.ts'
import { defineDerivation } from '../source.ts'
import { hasRocaMark } from './roca.ts'
import { parseX509, type X509Fields } from './x509.ts'

export interface Certificate extends X509Fields {
  /** As in `CN=example.com, O=Example`. */
  subject: string
  issuer: string
  serial: string
  /** SHA-256 of the DER, in hex. */
  fingerprint: string
  /** Milliseconds since the epoch. */
  not_before: number
  not_after: number
  /** Names itself as issuer and is signed by its own key. */
  self_signed: boolean
  key: {
    /** `rsa`, `rsa-pss`, `ec`, `ed25519`, `ed448`, `dsa`, or `unknown` where OpenSSL cannot read it. */
    type: string
    /** Of the modulus or the field; null where the type has but one size. */
    bits: number | null
    curve: string | null
    /** Made by the flawed generator of Infineon's chips. */
    roca: boolean
    /** By which feeds know it (`keyHash`); null where they know no such keys. */
    hash: string | null
  }
}

/** The chain as the server sent it, read. */
export interface Certificates {
  /** The address that was shaken hands with. */
  url: string
  host: string
  leaf: Certificate
  /** As sent: the leaf first. */
  chain: readonly Certificate[]
  /** Places in `chain` from the leaf upwards, each certificate's issuer after it, as far as the server sent it. */
  path: readonly number[]
  /** Whether the leaf speaks for the host by its alternative names; the common name never counts (RFC 9525 section 2). */
  covers_host: boolean
  /** Whether one of the public roots that Mozilla trusts signed a certificate of `path`. */
  public_ca: boolean
  /** Whether `path` reaches a root that is trusted here: a public one, or one of NODE_EXTRA_CA_CERTS. Time is left aside. */
  anchored: boolean
}

/** Reads the chain. Throws `Unavailable` when the server's certificate cannot be parsed; others that cannot are left out. */
export function parseCertificates(tls: TlsEvidence): Certificates {
  const host = tls.host.replace(/\.$/, '')
  const read = tls.chain.flatMap((base64, index) => {
    try {
      const der = Buffer.from(base64, 'base64')
      const x509 = new X509Certificate(der)
      return [{ x509, certificate: certificateOf(x509, parseX509(der)) }]
    } catch (error) {
      if (index === 0) throw new Unavailable(`the server's certificate cannot be read: ${(error as Error).message}`)
      return []
    }
  })
  const [leaf] = read
  if (!leaf) throw new Unavailable('the server sent no certificate')
  const chain = read.map(({ x509 }) => x509)
  const path = pathOf(chain)
  const publicCa = path.some((index) => isUnder(publicRoots(), chain[index]!))
  return {
    url: tlsUrl(tls),
    host,
    leaf: leaf.certificate,
    chain: read.map(({ certificate }) => certificate),
    path,
    covers_host: covers(leaf.x509, host),
    public_ca: publicCa,
    anchored: publicCa || path.some((index) => isUnder(extraRoots(), chain[index]!)),
  }
}

/** The address of the server that was shaken hands with, as places of findings name it. */
export function tlsUrl({ host, port }: Pick<TlsEvidence, 'host' | 'port'>): string {
  return new URL(`https://${isIP(host) === 6 ? `[${host}]` : host}:${port}/`).href
}

function certificateOf(x509: X509Certificate, fields: X509Fields): Certificate {
  return {
    ...fields,
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    serial: x509.serialNumber,
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    not_before: x509.validFromDate.getTime(),
    not_after: x509.validToDate.getTime(),
    self_signed: isIssuedBy(x509, x509),
    key: keyOf(x509),
  }
}

function keyOf(x509: X509Certificate): Certificate['key'] {
  try {
    const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details = {} } = x509.publicKey
    const curve = details.namedCurve ?? null
    const bits = details.modulusLength ?? Number(curve?.match(/\d{3}/)?.[0])
    return {
      type,
      bits: Number.isFinite(bits) ? bits : null,
      curve,
      roca: hasRocaMark(modulusOf(x509)),
      hash: hashOf(x509),
    }
  } catch {
    return { type: 'unknown', bits: null, curve: null, roca: false, hash: null }
  }
}

function hashOf({ publicKey }: X509Certificate): string | null {
  try {
    return keyHash(publicKey.export({ format: 'jwk' }))
  } catch {
    return null // of a kind that has no such form
  }
}

/** Zero where Node.js cannot export the key, as with RSA-PSS: those are younger than the flawed chips. */
function modulusOf({ publicKey }: X509Certificate): bigint {
  if (publicKey.asymmetricKeyType !== 'rsa') return 0n
  const { n = '' } = publicKey.export({ format: 'jwk' })
  return BigInt(`0x${Buffer.from(n as string, 'base64url').toString('hex') || '0'}`)
}

/** OpenSSL gives a name one attribute a line. */
function oneLine(name: string | undefined): string {
  return (name ?? '').replaceAll('\n', ', ')
}

function isIssuedBy(x509: X509Certificate, issuer: X509Certificate): boolean {
  if (x509.issuer !== issuer.subject) return false
  try {
    return x509.verify(issuer.publicKey)
  } catch {
    return false
  }
}

function pathOf(chain: readonly X509Certificate[]): number[] {
  const path = [0]
  while (!isIssuedBy(chain[path.at(-1)!]!, chain[path.at(-1)!]!)) {
    const current = chain[path.at(-1)!]!
    const next = chain.findIndex((candidate, index) => !path.includes(index) && isIssuedBy(current, candidate))
    if (next === -1) break
    path.push(next)
  }
  return path
}

function covers(x509: X509Certificate, host: string): boolean {
  if (isIP(host) !== 0) return x509.checkIP(host) !== undefined
  return x509.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined
}

type Roots = Map<string, X509Certificate[]>

/** The runtime's own copy of Mozilla's list. */
const publicRoots = once(() => bySubject(rootCertificates))
/** What NODE_EXTRA_CA_CERTS adds is trusted, but not public. */
const extraRoots = once(() => bySubject(getCACertificates('extra')))

function once(make: () => Roots): () => Roots {
  let made: Roots | undefined
  return () => {
    made ??= make()
    return made
  }
}

function bySubject(pems: readonly string[]): Roots {
  return Map.groupBy(
    pems.map((pem) => new X509Certificate(pem)),
    ({ subject }) => subject ?? '',
  )
}

/** Whether one of `roots` signed the certificate, or is it. */
function isUnder(roots: Roots, x509: X509Certificate): boolean {
  return (
    (roots.get(x509.issuer ?? '') ?? []).some((root) => isIssuedBy(x509, root)) ||
    (roots.get(x509.subject ?? '') ?? []).some((root) => root.fingerprint256 === x509.fingerprint256)
  )
}

export default defineDerivation({
  name: 'certificates',
  needs: ['tls'],
  derive: ({ tls }) => parseCertificates(tls),
})
