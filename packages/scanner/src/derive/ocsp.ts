import { createHash, verify, X509Certificate } from 'node:crypto'
import { type DerElement, derItems, derTime } from './der.ts'
import { digestOf } from './x509.ts'

/** What an OCSP response (RFC 6960) says of one certificate. */
export interface OcspAnswer {
  status: 'good' | 'revoked' | 'unknown'
  /** Milliseconds since the epoch; `next_update` is null where newer information is always there. */
  this_update: number
  next_update: number | null
  revoked_at: number | null
  /** Signed by the certificate's issuer, or by a responder that it delegated to. */
  signed: boolean
  /** Whether signed certificate timestamps come along (RFC 6962 section 3.3). */
  timestamps: boolean
}

const SEQUENCE = 0x30
const OCTET_STRING = 0x04
const SUCCESSFUL = 0
const OCSP_SIGNING = Buffer.from('06082b06010505070309', 'hex') // OID 1.3.6.1.5.5.7.3.9
const SCT_LIST = Buffer.from('060a2b06010401d679020405', 'hex') // OID 1.3.6.1.4.1.11129.2.4.5

/** Reads a response for the certificate with `serial` (hex, no leading zeroes). Throws an Error that says what is wrong. */
export function parseOcsp(der: Buffer, serial: string, issuer: Buffer | null): OcspAnswer {
  const [status, bytes] = derItems(derItems(der)[0]!.content)
  if (status?.content[0] !== SUCCESSFUL) throw new Error(`the responder answered with error ${status?.content[0]}`)
  const [, wrapped] = derItems(derItems(bytes!.content)[0]!.content)
  const [data, algorithm, signature, certificates] = derItems(derItems(wrapped!.content)[0]!.content)
  if (!data || !algorithm || !signature) throw new Error('not a basic OCSP response')
  const responses = derItems(data.content)
    .filter(({ tag }) => tag === SEQUENCE)
    .at(0)
  const single = derItems(responses?.content ?? Buffer.alloc(0)).find((one) => serialOf(one) === serial)
  if (!single) throw new Error('it speaks of another certificate')
  const [, state, thisUpdate, ...rest] = derItems(single.content)
  const next = rest.find(({ tag }) => tag === 0xa0)
  return {
    status: state!.tag === 0x80 ? 'good' : state!.tag === 0xa1 ? 'revoked' : 'unknown',
    this_update: derTime(thisUpdate!),
    next_update: next ? derTime(derItems(next.content)[0]!) : null,
    revoked_at: state!.tag === 0xa1 ? derTime(derItems(state!.content)[0]!) : null,
    signed: issuer !== null && isSigned(data.whole, algorithm, signature, certificates, issuer),
    timestamps: single.whole.includes(SCT_LIST),
  }
}

function serialOf(single: DerElement): string {
  const id = derItems(single.content)[0]
  const serial = id ? derItems(id.content).at(-1) : undefined
  return (serial?.content.toString('hex') ?? '').replace(/^(00)+/, '')
}

function isSigned(
  data: Buffer,
  algorithm: DerElement,
  signature: DerElement,
  certificates: DerElement | undefined,
  issuerDer: Buffer,
): boolean {
  try {
    const issuer = new X509Certificate(issuerDer)
    const delegates = certificates ? derItems(derItems(certificates.content)[0]!.content) : []
    const signers = [
      issuer,
      ...delegates
        .filter(({ whole }) => whole.includes(OCSP_SIGNING))
        .map(({ whole }) => new X509Certificate(whole))
        .filter((one) => one.verify(issuer.publicKey)),
    ]
    const digest = digestOf(derItems(algorithm.content)[0]!.content)
    return signers.some((one) => verify(digest, data, one.publicKey, signature.content.subarray(1)))
  } catch {
    return false
  }
}

/** A request for one certificate, as it goes into a GET (RFC 6960 appendix A.1). */
export function ocspRequest(leaf: X509Certificate, issuer: X509Certificate): Buffer {
  const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest()
  const [tbs] = derItems(derItems(issuer.raw)[0]!.content)
  // version, serial, algorithm, issuer, validity, subject, key
  const fields = derItems(tbs!.content).filter(({ tag }) => tag !== 0xa0)
  const subject = fields[4]!.whole
  const key = derItems(fields[5]!.content)[1]!.content.subarray(1)
  const [ownTbs] = derItems(derItems(leaf.raw)[0]!.content)
  const serial = derItems(ownTbs!.content).find(({ tag }) => tag === 0x02)!.whole
  const sha1Id = Buffer.from('300906052b0e03021a0500', 'hex')
  const octets = (bytes: Buffer) => wrap(OCTET_STRING, bytes)
  const id = wrap(SEQUENCE, Buffer.concat([sha1Id, octets(sha1(subject)), octets(sha1(key)), serial]))
  // CertID in Request in requestList in TBSRequest in OCSPRequest
  return [1, 2, 3, 4].reduce((inner) => wrap(SEQUENCE, inner), id)
}

function wrap(tag: number, content: Buffer): Buffer {
  const length = content.length < 128 ? Buffer.from([content.length]) : Buffer.from([0x81, content.length])
  return Buffer.concat([Buffer.from([tag]), length, content])
}
