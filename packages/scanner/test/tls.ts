import type { TlsEvidence } from '../src/evidence.ts'
import { type Certificate, type CertificateOptions, makeCertificate } from './certificates.ts'

const DAY = 86_400_000 // milliseconds
/** The day on which test evidence was gathered, as in check-table.ts. */
const NOW = Date.UTC(2026, 0, 15)

export type LeafOptions = Omit<CertificateOptions, 'not_before' | 'not_after'> & {
  /** Days from the day of gathering; negative is before. */
  from?: number
  to?: number
}

/** A certificate for `site.test`, 30 days old with 60 to go, unless told otherwise. */
export function leaf({ from = -30, to = 60, ...options }: LeafOptions = {}): Certificate {
  return makeCertificate({
    names: ['site.test'],
    not_before: new Date(NOW + from * DAY),
    not_after: new Date(NOW + to * DAY - 1_000),
    ...options,
  })
}

export const root: Certificate = makeCertificate({ commonName: 'Test Root', ca: true })
export const intermediate: Certificate = makeCertificate({ commonName: 'Test Intermediate', ca: true, issuer: root })

/** What a well-kept server at `https://site.test` shows, for a chain of given certificates. */
export function tls(
  chain: readonly Certificate[] = [leaf({ issuer: intermediate }), intermediate],
  more: Partial<TlsEvidence> = {},
): TlsEvidence {
  return {
    host: 'site.test',
    port: 443,
    chain: chain.map(({ der }) => der.toString('base64')),
    trust_error: null,
    protocol: 'TLSv1.3',
    cipher: { name: 'TLS_AES_128_GCM_SHA256', standard_name: 'TLS_AES_128_GCM_SHA256', bits: 128 },
    group: 'X25519',
    alpn: 'h2',
    ocsp_stapled: false,
    ...more,
  }
}
