import type { IncomingHttpHeaders } from 'node:http'
import type { TrackerState } from '../../db/schema.ts'
import type { Comment, Issue } from './issue.ts'

/** A request over HTTP. */
export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  url: string
  headers: Record<string, string>
  body: string | null
}

/** What came of a call. `status` is 0, and `error` says why, when nothing was answered. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
  error: string | null
}

/**
 * What is said to and fro to get one thing done: it yields calls, gets their answers, and returns what came of it. It does
 * no sending, retrying, logging or keeping itself, so a test can play the other side.
 */
export type Conversation<T> = Generator<Call, T, Answer>

/** An issue as the other side knows it. */
export interface External {
  /** By which its API is asked. */
  id: string
  /** By which people call it. */
  key: string
  url: string
  state: TrackerState
  assignee: string | null
}

/** Where issues are made: what is set, what is secret included. */
export interface Place {
  base_url: string
  settings: Record<string, string>
  /** Further fields of each issue. */
  fields: Record<string, unknown>
}

/** What a log-in has given. */
export interface Session {
  token: string
  until: Date
}

export interface Changed {
  issues: External[]
  /** Up to when that is all. */
  until: Date
  /** There are more: ask again for those since `until`. */
  more: boolean
}

/** One system's dialect: translation only. */
export interface Tracker {
  /** Gets the token to log in with where the settings hold none: good until `until`. */
  logIn?: (place: Place) => Conversation<Session>
  /** How many calls it may be asked at once. */
  at_once: number
  /** Milliseconds between two calls that make something, where the other side asks for that. */
  pace: number
  create(place: Place, issue: Issue): Conversation<External>
  /** The issue that an earlier `create` of the same `marker` has made; `since` is before that. The oldest, should there be several. */
  find(place: Place, marker: string, since: Date): Conversation<External | null>
  read(place: Place, id: string): Conversation<External>
  comment(place: Place, id: string, comment: Comment): Conversation<void>
  /** Whether a comment of this `marker` is there. */
  hasComment(place: Place, id: string, marker: string, since: Date): Conversation<boolean>
  setState(place: Place, id: string, state: TrackerState): Conversation<void>
  /** What has changed since; null where it cannot be asked. */
  changed: ((place: Place, since: Date) => Conversation<Changed>) | null
  /** Whether issues could be made, without making one: a sentence on what was found. */
  test(place: Place): Conversation<string>
  /** The ids of the issues that a webhook tells of; null when it is not from there. */
  readHook(request: HookRequest, secret: string): string[] | null
}

export interface HookRequest {
  headers: IncomingHttpHeaders
  body: string
}

/**
 * Why something could not be done.
 * `limited`: too many calls. `away`: no answer, or a fault of theirs; a call may have been done all the same. `unauthorized`,
 * `misplaced`: the token, or the place where issues are made, is not good; so it is for all tickets. `refused`: this very
 * issue is not taken as it is. `gone`: the issue is not there any more.
 */
export type FaultKind = 'limited' | 'away' | 'unauthorized' | 'misplaced' | 'refused' | 'gone'

export class TrackerFault extends Error {
  readonly kind: FaultKind
  /** Seconds after which the other side asks to be called again. */
  readonly retryAfter: number | null

  constructor(kind: FaultKind, message: string, retryAfter: number | null = null) {
    super(message)
    this.kind = kind
    this.retryAfter = retryAfter
  }
}

const DEFAULT_LIMIT_SECONDS = 60

/** Seconds until `Retry-After`, or until an epoch in `resetHeader`. */
export function askedToWait({ headers }: Answer, resetHeader: string | null, now = Date.now()): number {
  const after = headers['retry-after']
  const seconds =
    after === undefined ? Number.NaN : /^\d+$/.test(after.trim()) ? Number(after) : (Date.parse(after) - now) / 1000
  if (Number.isFinite(seconds)) return Math.max(1, Math.ceil(seconds))
  const reset = Number(resetHeader === null ? Number.NaN : headers[resetHeader])
  // Some tell milliseconds.
  const at = reset > 1e12 ? reset : reset * 1000
  return Number.isFinite(at) && at > now ? Math.ceil((at - now) / 1000) : DEFAULT_LIMIT_SECONDS
}

/** What no system answers otherwise: nothing, 429, faults of its own. Undefined: it is for the dialect to say. */
export function commonFault(answer: Answer, resetHeader: string | null): TrackerFault | undefined {
  const { status, error } = answer
  if (error !== null) return new TrackerFault('away', error)
  if (status === 429)
    return new TrackerFault(
      'limited',
      `The other side answered 429: too many requests.`,
      askedToWait(answer, resetHeader),
    )
  if (status >= 500 || status === 408) {
    const asked = answer.headers['retry-after'] === undefined ? null : askedToWait(answer, null)
    return new TrackerFault('away', `The other side answered ${status}${said(answer)}`, asked)
  }
  if (status >= 300 && status < 400)
    return new TrackerFault(
      'misplaced',
      `The other side answered ${status}: it has moved${answer.headers.location ? ` to ${answer.headers.location.slice(0, 200)}` : ''}.`,
    )
  return undefined
}

/** The beginning of what was answered, as the end of a sentence. */
export function said({ body }: Answer): string {
  const text = body.replaceAll(/\s+/g, ' ').trim()
  return text === '' ? '.' : `: ${text.slice(0, 300)}`
}

/** Throws a fault of kind `away` when it is not JSON: a proxy in between has answered. */
export function jsonOf<T>(answer: Answer): T {
  try {
    return JSON.parse(answer.body) as T
  } catch {
    throw new TrackerFault(
      'away',
      `The other side answered ${answer.status} with something that is not JSON${said(answer)}`,
    )
  }
}
