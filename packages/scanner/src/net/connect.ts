import { constants } from 'node:crypto'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectTls, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls'
import { NetError, toNetError } from './errors.ts'

const SHARE_OF_ONE = 3_000 // milliseconds for one of several addresses; what answers at all answers in one

/**
 * Opens TCP to the first of `addresses` that answers. They must have been checked: no name is looked up here. Throws
 * `NetError`; `where` is the host and port for its sentence.
 */
export async function openTcp(
  addresses: readonly string[],
  port: number,
  options: { timeout_ms: number; signal: AbortSignal; where: string },
): Promise<Socket> {
  const deadline = Date.now() + options.timeout_ms
  for (const [index, address] of addresses.entries()) {
    const left = deadline - Date.now()
    const isLast = index === addresses.length - 1
    try {
      return await openOne(address, port, isLast ? left : Math.min(left, SHARE_OF_ONE), options.signal)
    } catch (error) {
      options.signal.throwIfAborted()
      if (isLast || Date.now() >= deadline) throw toNetError(error, options.where)
    }
  }
  throw new NetError('dns', `${options.where} has no address.`)
}

function openOne(address: string, port: number, timeout_ms: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, noDelay: true })
    const stop = (error: Error) => socket.destroy(error)
    const timer = setTimeout(() => stop(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })), timeout_ms)
    const onAbort = () => stop(signal.reason)
    const settle = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
    socket.once('error', (error) => {
      settle()
      reject(error)
    })
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) onAbort()
    socket.once('connect', () => {
      settle()
      socket.on('error', ignore)
      resolve(socket)
    })
  })
}

/**
 * Speaks TLS for HTTP over an open socket, as leniently as our OpenSSL can: any certificate, old versions, weak ciphers.
 * What is wrong with them is for the checks to say. Throws `NetError`.
 */
export function startTls(
  socket: Socket,
  host: string,
  options: { timeout_ms: number; signal: AbortSignal; where: string },
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = connectTls({
      socket,
      servername: isIP(host) === 0 ? host : '',
      secureContext: lenientContext(),
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ALPNProtocols: ['http/1.1'],
    })
    const stop = (error: Error) => {
      settle()
      secured.destroy()
      socket.destroy()
      options.signal.aborted ? reject(options.signal.reason) : reject(toNetError(error, options.where))
    }
    const timer = setTimeout(
      () => stop(new NetError('timeout', `${options.where} did not finish the TLS handshake in time.`)),
      options.timeout_ms,
    )
    const onAbort = () => stop(options.signal.reason)
    const onClose = () => stop(new NetError('tls', `${options.where} closed the connection during the TLS handshake.`))
    const settle = () => {
      clearTimeout(timer)
      options.signal.removeEventListener('abort', onAbort)
      secured.off('close', onClose)
    }
    secured.on('close', onClose)
    secured.on('error', stop)
    options.signal.addEventListener('abort', onAbort)
    if (options.signal.aborted) onAbort()
    secured.once('secureConnect', () => {
      settle()
      secured.on('error', ignore)
      secured.off('error', stop)
      resolve(secured)
    })
  })
}

/** Whoever uses the socket listens too; without any listener an error in between would end the process. */
function ignore(): void {}

let lenient: SecureContext | undefined

/** Made once: it takes milliseconds, and every scan needs the same. */
function lenientContext(): SecureContext {
  lenient ??= createSecureContext({
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT:@SECLEVEL=0',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  })
  return lenient
}
