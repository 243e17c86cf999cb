import { parseCertificates } from '../derive/certificates.ts'
import { Unavailable } from '../evidence.ts'
import { rfc3339 } from '../result.ts'
import { NoAnswer, type Probed, type ProbeOptions, probe } from './probe.ts'

const HTTPS_PORT = 443

export interface CertificateReading {
  /** SHA-256 of the certificate's DER, in hex. */
  fingerprint: string
  subject: string
  issuer: string
  names: string[]
  not_before: string
  not_after: string
  /** Null when the chain leads to a trusted root, else OpenSSL's code. */
  trust_error: string | null
  covers_host: boolean
}

/** The certificate that the website, or for a plain site its HTTPS twin, shows now. */
export function probeCertificate(options: ProbeOptions): Promise<Probed<CertificateReading>> {
  return probe(options, async (net, target) => {
    const tls = await net.tls(target.host, target.scheme === 'https' ? target.port : HTTPS_PORT)
    try {
      const { leaf, covers_host } = parseCertificates(tls)
      return {
        fingerprint: leaf.fingerprint,
        subject: leaf.subject,
        issuer: leaf.issuer,
        names: [...leaf.dns_names, ...leaf.addresses],
        not_before: rfc3339(leaf.not_before),
        not_after: rfc3339(leaf.not_after),
        trust_error: tls.trust_error,
        covers_host,
      }
    } catch (error) {
      if (error instanceof Unavailable) throw new NoAnswer('tls', `${target.host}: ${error.message}.`)
      throw error
    }
  })
}
