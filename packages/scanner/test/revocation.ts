import { createHash, sign } from 'node:crypto'
import { type Certificate, der, oid, sequence, time } from './certificates.ts'

const DAY = 86_400_000 // milliseconds
const NOW = Date.UTC(2026, 0, 15)
const ECDSA_SHA256 = '1.2.840.10045.4.3.2'

export interface OcspOptions {
  status?: 'good' | 'revoked' | 'unknown'
  /** Days from the day of gathering until it runs out; null: it says nothing of that. */
  until?: number | null
  /** Default: the issuer. */
  signer?: Certificate
  /** The responder's own certificate, sent along. */
  delegate?: Certificate
  timestamps?: boolean
}

/** An OCSP response (RFC 6960 section 4.2.1) for `leaf`, of the day before gathering. */
export function ocspResponse(leaf: Certificate, issuer: Certificate, options: OcspOptions = {}): Buffer {
  const { status = 'good', until = 7, signer = issuer, delegate } = options
  const sha1 = (text: string) => der(0x04, createHash('sha1').update(text).digest())
  const serial = der(0x02, Buffer.from(leaf.x509.serialNumber, 'hex'))
  const id = sequence(sequence(oid('1.3.14.3.2.26'), der(0x05, Buffer.alloc(0))), sha1('name'), sha1('key'), serial)
  const state = {
    good: der(0x80, Buffer.alloc(0)),
    revoked: der(0xa1, generalized(NOW - 10 * DAY)),
    unknown: der(0x82, Buffer.alloc(0)),
  }[status]
  const single = sequence(
    id,
    state,
    generalized(NOW - DAY),
    ...(until === null ? [] : [der(0xa0, generalized(NOW + until * DAY))]),
    ...(options.timestamps
      ? [
          der(
            0xa1,
            sequence(
              sequence(oid('1.3.6.1.4.1.11129.2.4.5'), der(0x04, der(0x04, Buffer.from('000400020102', 'hex')))),
            ),
          ),
        ]
      : []),
  )
  const data = sequence(der(0xa2, sha1('responder')), generalized(NOW - DAY), sequence(single))
  const basic = sequence(
    data,
    sequence(oid(ECDSA_SHA256)),
    signature(data, signer),
    ...(delegate ? [der(0xa0, sequence(delegate.der))] : []),
  )
  const bytes = sequence(oid('1.3.6.1.5.5.7.48.1.1'), der(0x04, basic))
  return sequence(der(0x0a, Buffer.from([0])), der(0xa0, bytes))
}

/** An OCSP response that is an error, such as 6 for `unauthorized`. */
export function ocspError(code: number): Buffer {
  return sequence(der(0x0a, Buffer.from([code])))
}

/** A revocation list of the day before gathering, good for a week unless told otherwise. */
export function revocationList(issuer: Certificate, revoked: readonly Certificate[], until = 7): Buffer {
  const entries = revoked.map(({ x509 }) =>
    sequence(der(0x02, Buffer.from(x509.serialNumber, 'hex')), time(new Date(NOW - 10 * DAY))),
  )
  const data = sequence(
    der(0x02, Buffer.from([1])),
    sequence(oid(ECDSA_SHA256)),
    issuer.name,
    time(new Date(NOW - DAY)),
    time(new Date(NOW + until * DAY)),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
  )
  return sequence(data, sequence(oid(ECDSA_SHA256)), signature(data, issuer))
}

function signature(data: Buffer, { private_key }: Certificate): Buffer {
  return der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', data, private_key)]))
}

function generalized(at: number): Buffer {
  return der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}Z`))
}
