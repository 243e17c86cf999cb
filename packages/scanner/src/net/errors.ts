export type NetErrorCode =
  /** Nothing listens there. */
  | 'refused'
  /** No route, or the network is down. */
  | 'unreachable'
  /** A time limit of ours ran out before the response's headers had come. */
  | 'timeout'
  /** The name does not resolve. */
  | 'dns'
  /** The TLS handshake failed. An untrusted certificate is not a failure. */
  | 'tls'
  /** The other side closed the connection before it answered. */
  | 'closed'
  /** What came is not HTTP. */
  | 'protocol'
  /** More header bytes than any honest server sends. */
  | 'too_large'
  /** The address is private, or otherwise not to be connected to. */
  | 'address_refused'
  /** Not a URL that can be requested. */
  | 'bad_url'
  /** The scan's own budget is used up. */
  | 'budget'
  /** The scan was cancelled or has ended. */
  | 'aborted'

/** Why a request, a handshake or a look-up came to nothing, in a sentence for people, with a code for programs. */
export class NetError extends Error {
  readonly code: NetErrorCode

  constructor(code: NetErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'NetError'
    this.code = code
  }

  /** True when the target has no part in it: then there is no sense in going on with the scan's other requests. */
  get isOurs(): boolean {
    return this.code === 'budget' || this.code === 'aborted'
  }
}

const BY_SYSTEM_CODE: Record<string, [NetErrorCode, string]> = {
  ECONNREFUSED: ['refused', 'refused the connection: nothing listens there'],
  EHOSTUNREACH: ['unreachable', 'cannot be reached: there is no route to it'],
  ENETUNREACH: ['unreachable', 'cannot be reached: there is no route to it'],
  EADDRNOTAVAIL: ['unreachable', 'cannot be reached: there is no route to it'],
  ETIMEDOUT: ['timeout', 'did not answer in time'],
  ECONNRESET: ['closed', 'closed the connection before it answered'],
  EPIPE: ['closed', 'closed the connection before it answered'],
  UND_ERR_SOCKET: ['closed', 'closed the connection before it answered'],
  UND_ERR_HEADERS_OVERFLOW: ['too_large', 'sent more header fields than any honest server does'],
}

/** Makes a `NetError` out of whatever Node, OpenSSL or undici threw; `where` is the host and port, for the sentence. */
export function toNetError(error: unknown, where: string): NetError {
  if (error instanceof NetError) return error
  const { name, code = '', message = String(error), reason } = error as Partial<Record<string, string>>
  const known = BY_SYSTEM_CODE[code]
  if (known) return new NetError(known[0], `${where} ${known[1]}.`, { cause: error })
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) {
    return new NetError('tls', `The TLS handshake with ${where} failed: ${reason ?? message.trim()}.`, { cause: error })
  }
  if (name === 'HTTPParserError') {
    return new NetError('protocol', `${where} answered with something that is not HTTP.`, { cause: error })
  }
  return new NetError('protocol', `The request to ${where} failed: ${message}.`, { cause: error })
}
