/** Header fields in the order and spelling in which they came; a repeated field stands repeatedly. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** One HTTP request and what came of it, as plain data that can be saved and judged again. */
export interface Exchange {
  request: { method: string; url: string; headers: HeaderList; body?: string }
  response: Response
  /** Milliseconds since the epoch, and how long it took in milliseconds. */
  started_at: number
  duration_ms: number
  /** The address that was connected to, and the ALPN protocol where TLS spoke one. */
  remote_address: string
  alpn?: string
}

export interface Response {
  status: number
  headers: HeaderList
  /** The decoded text, at most `limits.body` bytes of it. */
  body: string
  /** True when the body was longer than what was read, or ended before its time. */
  truncated: boolean
}

/** All values of a field, in order. Names compare without regard to case (RFC 9110 section 5.1). */
export function headerValues(headers: HeaderList, name: string): string[] {
  const wanted = name.toLowerCase()
  return headers.filter(([field]) => field.toLowerCase() === wanted).map(([, value]) => value.trim())
}

/** The field's values joined as RFC 9110 section 5.3 allows, or undefined when it is absent. */
export function headerValue(headers: HeaderList, name: string): string | undefined {
  const values = headerValues(headers, name)
  return values.length > 0 ? values.join(', ') : undefined
}
