import type { Bundle } from './notice.ts'

/** A call over HTTP, always POST. */
export interface HttpCall {
  by: 'http'
  url: string
  headers: Record<string, string>
  body: string
}

/** A mail to be handed in. */
export interface MailCall {
  by: 'mail'
  /** Null: as the settings of the service have it. */
  from: { name: string; address: string } | null
  to: readonly string[]
  subject: string
  text: string
  html: string
  /** Left of the @ in its Message-ID: the same over all tries. */
  id: string
  /** Mails of one thread stand together in the reader's mailbox. */
  thread: string | null
}

export type OutgoingCall = HttpCall | MailCall

/** What came of a call. `status` is 0 when nothing was answered; of mail it is the server's SMTP code. */
export interface CallAnswer {
  status: number
  body: string
  error: string | null
  /** Of mail: it is the recipient that the server does not take. */
  noSuchRecipient?: boolean
}

/** What that means for the delivery. */
export interface Outcome {
  /** Null: it has arrived. */
  error: string | null
  /** Another try of this would be answered in the same way. */
  final: boolean
  /** Nothing will ever be taken there again. */
  gone: boolean
}

export const ARRIVED: Outcome = { error: null, final: true, gone: false }

/** Settings of a channel, what is secret included. */
export type Settings = Record<string, unknown>

/** One system's dialect: translation only. No sending, retrying, logging or database in it. */
export interface Adapter {
  /** Whether several notices make one message; otherwise each is a delivery of its own. */
  combines: boolean
  /** The calls that tell it, one after the other; safe to be made again. */
  compose(bundle: Bundle, settings: Settings): OutgoingCall[]
  read(answer: CallAnswer): Outcome
}

/** What most systems mean by HTTP: 429 and 5xx pass, other refusals stay. `gone` names those that are the end of the channel. */
export function readHttp({ status, body, error }: CallAnswer, gone: readonly number[]): Outcome {
  if (error !== null) return { error, final: false, gone: false }
  if (status >= 200 && status < 300) return ARRIVED
  const said = body.trim() === '' ? '' : `: ${body.trim().slice(0, 200)}`
  const passes = status === 429 || status === 408 || status >= 500
  return { error: `The other side answered ${status}${said}`, final: !passes, gone: gone.includes(status) }
}
