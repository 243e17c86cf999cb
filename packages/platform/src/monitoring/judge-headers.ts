import type { HeadersReading } from '@lasthash/scanner'
import type { Thresholds } from './thresholds.ts'
import type { Trouble } from './trouble.ts'

/** A security header that was there before, or has to be, is missing. */
export function headersTroubles(
  { headers }: HeadersReading,
  before: HeadersReading | null,
  { required_headers = [] }: Thresholds,
): Trouble[] {
  const wanted = new Set([...Object.keys(before?.headers ?? {}), ...required_headers.map((name) => name.toLowerCase())])
  const missing = [...wanted].filter((name) => !(name in headers)).sort()
  if (missing.length === 0) return []
  const summary = `${missing.length === 1 ? 'A security header is' : 'Security headers are'} missing: ${missing.join(', ')}.`
  return [{ cause: 'headers_missing', severity: 'medium', summary, data: { missing, before: before?.headers ?? {} } }]
}

/** What was ever seen stays wanted; of what is there, the present value. */
export function headersBaseline(reading: HeadersReading, before: HeadersReading | null): HeadersReading {
  return { url: reading.url, headers: { ...before?.headers, ...reading.headers } }
}
