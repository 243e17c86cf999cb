import { BitString, Constructed, fromBER, Integer, ObjectIdentifier, OctetString, Primitive, Sequence } from 'asn1js'

/** What X.509 holds beyond `node:crypto`'s X509Certificate, read from its DER (RFC 5280 section 4.1). */
export interface X509Fields {
  /** Dotted OID of the signature, and the digest that it signs, such as `sha256`; null where the algorithm has its own. */
  signature: { oid: string; digest: string | null }
  /** Subject alternative names that are DNS names, as written. */
  dns_names: string[]
  /** Subject alternative names that are IP addresses. */
  addresses: string[]
  /** How many signed certificate timestamps are embedded (RFC 6962 section 3.3). */
  timestamps: number
  /** TLS feature `status_request` (RFC 7633). */
  must_staple: boolean
  /** Where the issuer's own certificate can be had. */
  issuer_urls: string[]
  /** Where to ask whether it was revoked: OCSP responders, and lists. */
  ocsp_urls: string[]
  crl_urls: string[]
}

/** Digests by the OID of the signature: PKCS #1 (RFC 8017), the old OIW one, DSA and ECDSA (RFC 5758). */
const DIGESTS: Record<string, string> = {
  '1.2.840.113549.1.1.2': 'md2',
  '1.2.840.113549.1.1.3': 'md4',
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.3.14.3.2.29': 'sha1',
  '1.2.840.10040.4.3': 'sha1',
  '2.16.840.1.101.3.4.3.1': 'sha224',
  '2.16.840.1.101.3.4.3.2': 'sha256',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
  // digests by themselves, as RSASSA-PSS names them
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const RSASSA_PSS = '1.2.840.113549.1.1.10'
const SUBJECT_ALT_NAME = '2.5.29.17'
/** Kinds of GeneralName by their context tags (RFC 5280 section 4.2.1.6). */
const DNS_NAME = 2
const URI = 6
const IP_ADDRESS = 7
const AUTHORITY_INFO_ACCESS = '1.3.6.1.5.5.7.1.1'
const OCSP = '1.3.6.1.5.5.7.48.1'
const CRL_DISTRIBUTION = '2.5.29.31'
const CA_ISSUERS = '1.3.6.1.5.5.7.48.2'
const TLS_FEATURE = '1.3.6.1.5.5.7.1.24'
const STATUS_REQUEST = 5
const EMBEDDED_SCTS = '1.3.6.1.4.1.11129.2.4.2'

/** Reads a certificate. Throws an Error that says what is wrong when it is none. */
export function parseX509(der: Uint8Array): X509Fields {
  const [tbs, algorithm, signature] = items(decode(der))
  if (!tbs || !algorithm || !(signature instanceof BitString))
    throw new Error('not a certificate (RFC 5280 section 4.1)')
  const extensions = extensionsOf(tbs)
  return {
    signature: signatureOf(algorithm),
    dns_names: generalNames(extensions.get(SUBJECT_ALT_NAME), DNS_NAME).map((name) => name.toString('latin1')),
    addresses: generalNames(extensions.get(SUBJECT_ALT_NAME), IP_ADDRESS).map(addressOf),
    timestamps: countTimestamps(extensions.get(EMBEDDED_SCTS)),
    must_staple: parts(extensions.get(TLS_FEATURE)).some(
      (feature) => feature instanceof Integer && feature.valueBlock.valueDec === STATUS_REQUEST,
    ),
    issuer_urls: accessUrls(extensions, CA_ISSUERS),
    ocsp_urls: accessUrls(extensions, OCSP),
    crl_urls: parts(extensions.get(CRL_DISTRIBUTION)).flatMap((point) => urisIn(point)),
  }
}

function decode(der: Uint8Array): unknown {
  const { offset, result } = fromBER(der)
  if (offset === -1) throw new Error(`not DER: ${result.error}`)
  return result
}

function items(block: unknown): readonly unknown[] {
  return block instanceof Sequence || block instanceof Constructed ? block.valueBlock.value : []
}

function parts(extension: Uint8Array | undefined): readonly unknown[] {
  return extension ? items(decode(extension)) : []
}

function oidOf(block: unknown): string | null {
  return block instanceof ObjectIdentifier ? block.valueBlock.toString() : null
}

/** Whether a block carries the context-specific tag `[number]`. */
function isContext(block: unknown, number: number): block is Primitive | Constructed {
  if (!(block instanceof Primitive) && !(block instanceof Constructed)) return false
  return block.idBlock.tagClass === 3 && block.idBlock.tagNumber === number
}

function contentOf(block: Primitive | Constructed): Buffer {
  return block instanceof Primitive ? Buffer.from(block.valueBlock.valueHexView) : Buffer.alloc(0)
}

/** Extension OID to the DER of its value. The first of an OID counts; a second is forbidden. */
function extensionsOf(tbs: unknown): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>()
  const wrapper = items(tbs).find((block) => isContext(block, 3))
  for (const extension of items(items(wrapper)[0])) {
    const fields = items(extension)
    const oid = oidOf(fields[0])
    const value = fields.at(-1)
    if (oid && value instanceof OctetString && !found.has(oid)) found.set(oid, value.valueBlock.valueHexView)
  }
  return found
}

function accessUrls(extensions: Map<string, Uint8Array>, wanted: string): string[] {
  return parts(extensions.get(AUTHORITY_INFO_ACCESS)).flatMap((access) => {
    const [method, location] = items(access)
    return oidOf(method) === wanted && location && isContext(location, URI)
      ? [contentOf(location).toString('latin1')]
      : []
  })
}

/** The addresses in a distribution point, however deep they stand (RFC 5280 section 4.2.1.13). */
function urisIn(block: unknown): string[] {
  if (isContext(block, URI) && block instanceof Primitive) return [contentOf(block).toString('latin1')]
  return items(block).flatMap(urisIn)
}

/** The digest that a signature's algorithm signs, by the content of its OID; null where the algorithm has its own. */
export function digestOf(oid: Uint8Array): string | null {
  const { result } = fromBER(Buffer.concat([Buffer.from([6, oid.length]), oid]))
  return DIGESTS[oidOf(result) ?? ''] ?? null
}

function signatureOf(algorithm: unknown): X509Fields['signature'] {
  const [identifier, parameters] = items(algorithm)
  const oid = oidOf(identifier) ?? ''
  if (oid !== RSASSA_PSS) return { oid, digest: DIGESTS[oid] ?? null }
  // The digest is the parameter [0], SHA-1 where it is left out (RFC 4055 section 3.1).
  const digest = items(parameters).find((block) => isContext(block, 0))
  if (!digest) return { oid, digest: 'sha1' }
  return { oid, digest: DIGESTS[oidOf(items(items(digest)[0])[0]) ?? ''] ?? null }
}

function generalNames(extension: Uint8Array | undefined, kind: number): Buffer[] {
  return parts(extension).flatMap((name) => (isContext(name, kind) ? [contentOf(name)] : []))
}

/** Four bytes are IPv4, sixteen IPv6. */
function addressOf(bytes: Buffer): string {
  if (bytes.length !== 16) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16))
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}

/** The list stands as a TLS vector in an OCTET STRING of its own: a length of two bytes, then each item with such a length. */
function countTimestamps(extension: Uint8Array | undefined): number {
  if (!extension) return 0
  const inner = decode(extension)
  if (!(inner instanceof OctetString)) return 0
  const list = Buffer.from(inner.valueBlock.valueHexView)
  let count = 0
  for (let at = 2; at + 2 <= list.length; at += 2 + list.readUInt16BE(at)) count++
  return count
}
