/** How long and how much one answer may be. Whatever goes beyond is cut off, so that a hostile target costs little. */
export interface Limits {
  /** Milliseconds for TCP and TLS together. */
  connect_ms: number
  /** Milliseconds from the request to the end of the response's header fields. */
  headers_ms: number
  /** Milliseconds from the request to the end of the body; a slow drip is cut off here. */
  response_ms: number
  /** Bytes of decoded body; as many are read from the wire at most. */
  body: number
  /** Bytes of header fields. */
  headers: number
  redirects: number
}

export const DEFAULT_LIMITS: Limits = {
  connect_ms: 10_000,
  headers_ms: 20_000,
  response_ms: 30_000,
  body: 2 * 1024 * 1024, // the largest 1% of start pages have more HTML than this
  headers: 64 * 1024, // browsers take 256 KiB, but servers commonly refuse to send over 16
  redirects: 10,
}
