import { constants, type X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls'
import type { TlsEvidence } from '../evidence.ts'
import { openTcp } from './connect.ts'
import { NetError, toNetError } from './errors.ts'
import type { Limits } from './limits.ts'
import type { Meter } from './meter.ts'
import type { AddressBook } from './resolve.ts'

export interface TlsOptions {
  book: AddressBook
  meter: Meter
  limits: Limits
  signal: AbortSignal
}

type Offer = 'modern' | 'lenient'

const LONGEST_CHAIN = 20 // certificates; OpenSSL's own limit in bytes allows for thousands

/** What one completed handshake showed. */
type Handshake = Pick<TlsEvidence, 'chain' | 'trust_error' | 'protocol' | 'cipher' | 'group' | 'alpn' | 'ocsp_stapled'>

/**
 * A whole handshake with `host`, as a modern client or, when that fails, with everything old allowed that our OpenSSL can
 * still do. No certificate is refused. Throws `NetError` when neither completes.
 */
export async function probeTls(host: string, port: number, options: TlsOptions): Promise<TlsEvidence> {
  const shaken = await shake(host, port, 'modern', options).catch((error: NetError) => {
    if (error.code !== 'tls' && error.code !== 'closed') throw error
    return shake(host, port, 'lenient', options)
  })
  return { host, port, ...shaken }
}

async function shake(host: string, port: number, offer: Offer, options: TlsOptions): Promise<Handshake> {
  const { book, meter, limits, signal } = options
  const where = `${host} port ${port}`
  const addresses = await book.addresses(host)
  signal.throwIfAborted()
  meter.spend('handshakes')
  const deadline = Date.now() + limits.connect_ms
  const tcp = await openTcp(addresses, port, { timeout_ms: limits.connect_ms, signal, where })
  await book.prefer(host, tcp.remoteAddress ?? '')

  return new Promise((resolve, reject) => {
    const socket = connect({
      socket: tcp,
      servername: isIP(host) === 0 ? host : '',
      secureContext: contextFor(offer),
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      requestOCSP: true,
      ALPNProtocols: ['h2', 'http/1.1'],
    })
    let stapled = false
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      settle()
      socket.destroy()
      tcp.destroy()
    }
    const fail = (error: unknown) => finish(() => reject(signal.aborted ? signal.reason : toNetError(error, where)))
    const onAbort = () => fail(signal.reason)
    const timer = setTimeout(
      () => fail(new NetError('timeout', `${where} did not finish the TLS handshake in time.`)),
      deadline - Date.now(),
    )
    socket.on('OCSPResponse', (response: Buffer | null) => {
      stapled = response !== null && response.length > 0
    })
    socket.on('error', fail)
    socket.on('close', () => fail(new NetError('closed', `${where} closed the connection during the TLS handshake.`)))
    socket.once('secureConnect', () => finish(() => resolve(describe(socket, stapled))))
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
  })
}

function describe(socket: TLSSocket, ocsp_stapled: boolean): Handshake {
  const { name, standardName, bits } = socket.getCipher() as ReturnType<TLSSocket['getCipher']> & { bits?: number }
  return {
    chain: chainOf(socket),
    trust_error: trustError(socket),
    protocol: socket.getProtocol() ?? '',
    cipher: { name, standard_name: standardName, ...(bits !== undefined && { bits }) },
    group: groupOf(socket),
    alpn: socket.alpnProtocol || null,
    ocsp_stapled,
  }
}

/**
 * The certificates in the order sent. `getPeerCertificate(true)` would sort them and add roots of our own; this call gives
 * them as they came, but only once for each connection.
 */
function chainOf(socket: TLSSocket): string[] {
  const chain: string[] = []
  let certificate: X509Certificate | undefined = socket.getPeerX509Certificate()
  while (certificate && chain.length < LONGEST_CHAIN) {
    chain.push(certificate.raw.toString('base64'))
    certificate = certificate.issuerCertificate
  }
  return chain
}

/** OpenSSL's code. Node's types say Error; in truth it is the code as a string. */
function trustError(socket: TLSSocket): string | null {
  const error = socket.authorizationError as unknown as string | { code?: string } | null
  if (!error) return null
  return typeof error === 'string' ? error : (error.code ?? 'UNKNOWN')
}

function groupOf(socket: TLSSocket): string | null {
  const { name, type, size } = (socket.getEphemeralKeyInfo() ?? {}) as { name?: string; type?: string; size?: number }
  if (name) return name
  return type ? `${type}-${size}` : null // finite-field Diffie-Hellman has no name, only a size in bits
}

const contexts = new Map<Offer, SecureContext>()

/** Each made once: it takes milliseconds, and holds the trusted roots (Node's, and those of NODE_EXTRA_CA_CERTS). */
function contextFor(offer: Offer): SecureContext {
  let context = contexts.get(offer)
  if (!context) {
    context =
      offer === 'modern'
        ? createSecureContext()
        : createSecureContext({
            minVersion: 'TLSv1',
            ciphers: 'ALL:@SECLEVEL=0',
            secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
          })
    contexts.set(offer, context)
  }
  return context
}
