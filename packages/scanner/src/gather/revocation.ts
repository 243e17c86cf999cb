import { X509Certificate } from 'node:crypto'
import { parseCertificates } from '../derive/certificates.ts'
import { ocspRequest } from '../derive/ocsp.ts'
import type { RevocationEvidence } from '../derive/revocations.ts'
import { type TlsEvidence, Unavailable } from '../evidence.ts'
import { NetError } from '../net/errors.ts'
import type { Net } from '../net/net.ts'
import { defineGatherer } from '../source.ts'

/** Requests for all of it, so that a certificate with a hundred addresses does not spend the scan's budget. */
const MOST_REQUESTS = 4
const LARGEST = 8 * 1024 * 1024 // bytes; a list of a large authority is a few

/** Asks the authority whether it revoked the certificate: the staple at hand, its responder, else its list. */
export default defineGatherer({
  name: 'revocation',
  needs: ['tls', 'handshakes'],
  scans: ['quick', 'full', 'active'],
  async gather(net, { tls, handshakes }): Promise<RevocationEvidence> {
    const { chain, path, leaf } = parseCertificates(tls)
    const [leafDer] = tls.chain
    if (!leafDer || leaf.self_signed) throw new Unavailable('nobody but the server could revoke the certificate')
    const asking = new Asking(net)
    const place = path[1]
    const sent = place === undefined ? null : derOf(tls, chain[place]!.fingerprint)
    const issuer = sent ?? (await asking.fetch(leaf.issuer_urls[0], LARGEST)).bytes
    const sources: RevocationEvidence['sources'][number][] = []
    if (handshakes.staple) sources.push({ kind: 'staple', url: null, der: handshakes.staple, error: null })

    const [responder] = leaf.ocsp_urls
    if (responder && issuer) {
      const url = requestUrl(responder, Buffer.from(leafDer, 'base64'), issuer)
      const { bytes, error } = url ? await asking.fetch(url, 64 * 1024) : { bytes: null, error: 'a bad address' }
      sources.push({ kind: 'ocsp', url: responder, der: bytes?.toString('base64') ?? null, error })
    }
    const [list] = leaf.crl_urls
    if (list && !sources.some(({ kind, der }) => kind === 'ocsp' && der)) {
      const { bytes, error } = await asking.fetch(list, LARGEST)
      sources.push({ kind: 'crl', url: list, der: bytes?.toString('base64') ?? null, error })
    }
    if (sources.length === 0)
      throw new Unavailable('the certificate names neither a responder nor a list of revoked ones')
    return { issuer: issuer?.toString('base64') ?? null, sources }
  },
})

class Asking {
  readonly #net: Net
  #asked = 0

  constructor(net: Net) {
    this.#net = net
  }

  async fetch(url: string | undefined, maxBody: number): Promise<{ bytes: Buffer | null; error: string | null }> {
    // Over plain HTTP only, as the standards have it: what comes is signed, and HTTPS would need to be asked about itself.
    if (!url?.startsWith('http://')) return { bytes: null, error: 'no address that can be asked' }
    if (this.#asked >= MOST_REQUESTS) return { bytes: null, error: 'too many addresses' }
    this.#asked += 1
    let bytes: Buffer | null = null
    try {
      const { response } = await this.#net.request(url, {
        maxBody,
        headers: [['Accept', '*/*']],
        onBytes: (all) => {
          bytes = all
        },
      })
      if (response.status !== 200) return { bytes: null, error: `it answered ${response.status}` }
      return response.truncated ? { bytes: null, error: 'it is too long' } : { bytes, error: null }
    } catch (error) {
      if (error instanceof NetError && error.code !== 'aborted') return { bytes: null, error: error.message }
      throw error
    }
  }
}

/** RFC 6960 appendix A.1: the request stands in the path. */
function requestUrl(responder: string, leaf: Buffer, issuer: Buffer): string | null {
  try {
    const request = ocspRequest(new X509Certificate(leaf), new X509Certificate(issuer)).toString('base64')
    return `${responder.replace(/\/$/, '')}/${encodeURIComponent(request)}`
  } catch {
    return null
  }
}

function derOf(tls: TlsEvidence, fingerprint: string): Buffer | null {
  for (const base64 of tls.chain) {
    const der = Buffer.from(base64, 'base64')
    try {
      if (new X509Certificate(der).fingerprint256.replaceAll(':', '').toLowerCase() === fingerprint) return der
    } catch {
      // one that cannot be read is no issuer
    }
  }
  return null
}
