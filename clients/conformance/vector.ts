/** What all clients must do, in JSON: the call, what the server answers, and what must come of it. */
export interface Vector {
  /** `retries/429-waits-as-told`. */
  name: string
  /** What the client is made with; times in seconds. `api_key` is `test-key` unless told. */
  client?: Record<string, unknown>
  /** A call of the API … */
  call?: {
    /** Resource and method in snake_case: `scans.create_and_wait` is `scans.createAndWait` in some languages. */
    method: string
    ids?: string[]
    params?: unknown
    /** `idempotency_key`, `organization`, `headers`, `timeout`, `max_retries`, `if_match`, `wait`, `patience`, … */
    options?: Record<string, unknown>
    /** `first`: what the call gives (of a list its first page's rows); `all`: everything; a number: so many, then no more; `raw`: the answer itself. */
    take?: 'first' | 'all' | 'raw' | number
    /** Whether progress is to be told, as events' names. */
    progress?: boolean
    /** How often the call is made, one after the other; what is told is the last one's. */
    times?: number
  }
  /** … or a webhook to be verified, at a time in seconds since the epoch. */
  unwrap?: { body: string; headers: Record<string, string>; secret: string; now: number; tolerance?: number }
  /** What chance comes to: 0 unless told, so pauses are whole. */
  random?: number
  /** One for each request, in order. */
  answers?: ScriptedAnswer[]
  expect: Expected
}

export interface ScriptedAnswer {
  status?: number
  headers?: Record<string, string>
  body?: unknown
  text?: string
  /** Sent one by one; those of bytes as `{"base64"}`. */
  chunks?: (string | { base64: string })[]
  /** The connection is cut after what was sent; without anything else, instead of an answer. */
  cut?: boolean
  /** Nothing more comes, and the connection stays open. */
  stall?: boolean
}

export interface Expected {
  requests?: ExpectedRequest[]
  result?: unknown
  /** Some members of the result. */
  result_has?: Record<string, unknown>
  items?: unknown[]
  error?: { kind: string; [member: string]: unknown }
  /** Seconds between tries and looks. */
  sleeps?: number[]
  /** How many, each with these words. */
  warnings?: string[]
  progress?: string[]
}

export interface ExpectedRequest {
  method: string
  /** As it goes over the wire, percent-encoded. */
  path: string
  /** Decoded. */
  query?: Record<string, string>
  /** Null: must not be there. Between slashes: a pattern. */
  headers?: Record<string, string | null>
  body?: unknown
}

/** What a client's runner tells of a vector. */
export interface Outcome {
  result?: unknown
  items?: unknown[]
  /** `kind` is the class in snake_case without `API` and `Error`: `NotFoundError` is `not_found`, `APIError` is `api`. */
  error?: { kind: string; message?: string; [member: string]: unknown }
  sleeps?: number[]
  warnings?: string[]
  progress?: string[]
}

/** A request as the server saw it. */
export interface Seen {
  method: string
  path: string
  query: [string, string][]
  headers: Record<string, string | undefined>
  body: string
}
