export interface OutgoingRequest {
  url: string
  headers: Record<string, string>
  body: string
}

/** What came of one try. `status` is 0, and `error` says why, when nothing was answered. */
export interface Answer {
  status: number
  headers: Record<string, string>
  /** The first 4 KiB. */
  body: string
  retryAfter: string | null
  error: string | null
  /** Milliseconds. */
  duration_ms: number
}

/** Sends one request and never throws: whatever goes wrong is in the answer. */
export type Send = (request: OutgoingRequest) => Promise<Answer>
