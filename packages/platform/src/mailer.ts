import { type Readable, Transform } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { CallAnswer, MailCall } from './integrations/adapter.ts'

const CONNECT_LIMIT = 10_000 // milliseconds
/** What a server answers to a mail that is larger than it takes (RFC 1870 section 6.1); also where it said so beforehand. */
export const TOO_LARGE = 552
const SILENCE_LIMIT = 15_000 // milliseconds that a server may take for an answer

/** What only some mails have. */
export interface MailExtras {
  attachments?: readonly { filename: string; content: Readable | Buffer; contentType: string; cid?: string }[]
  headers?: Record<string, string>
  /** Whom it comes back to when it cannot be delivered. */
  returnTo?: string | undefined
  /** Called when all but the end of the mail is with the server, which waits for it: from then on it may be delivered. */
  beforeEnd?: () => Promise<void>
}

/** Hands a mail in. Never throws: whatever goes wrong is in the answer. */
export type SendMail = (mail: MailCall, extras?: MailExtras) => Promise<CallAnswer>

/** Speaks to the mail server of the settings; undefined where there is none. */
export function openMailer({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): SendMail | undefined {
  if (!smtpUrl || !mailFrom) return undefined
  const transport = createTransport(
    {
      url: smtpUrl,
      connectionTimeout: CONNECT_LIMIT,
      greetingTimeout: CONNECT_LIMIT,
      socketTimeout: SILENCE_LIMIT,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: mailFrom },
  )
  const domain = /@([^\s<>@]+?)>?$/.exec(mailFrom)![1]!
  transport.use('stream', (mail, done) => {
    const { beforeEnd } = mail.data as MailExtras
    if (beforeEnd) mail.message.transform(() => beforeItsEnd(beforeEnd))
    done()
  })
  return async ({ from, to, subject, text, html, id, thread }, extras = {}) => {
    const { attachments = [], headers, returnTo, beforeEnd } = extras
    try {
      const { response, rejected } = await transport.sendMail({
        ...(from ? { from } : {}),
        ...(returnTo ? { envelope: { from: returnTo, to: [...to] } } : {}),
        ...(beforeEnd ? ({ beforeEnd } as object) : {}),
        attachments: attachments.map((one) => ({ ...one })),
        to: [...to],
        subject,
        text,
        html,
        messageId: `<${id}@${domain}>`,
        ...(thread ? { references: `<${thread}@${domain}>` } : {}),
        // RFC 3834: nobody's absence is to be told to us.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
      })
      const refused = rejected.map(String)
      const body = refused.length > 0 ? `${response} (refused: ${refused.join(', ')})` : response
      return { status: codeOf(response), body, error: null }
    } catch (error) {
      return failureOf(error)
    } finally {
      // What the server did not want to hear of is read by nobody.
      for (const { content } of attachments) if (!Buffer.isBuffer(content)) content.destroy()
    }
  }
}

function beforeItsEnd(act: () => Promise<void>): Transform {
  return new Transform({
    transform: (bytes, _, done) => done(null, bytes),
    flush: (done) => void act().then(() => done(), done),
  })
}

function failureOf(error: unknown): CallAnswer {
  const { code, responseCode, response, message, command } = error as {
    code?: string
    responseCode?: number
    response?: string
    message: string
    command?: string
  }
  // That our own log-in is refused says nothing about the mail: whoever runs the service can mend it.
  if (code === 'EAUTH') return { status: 0, body: '', error: 'The mail server refuses our log-in.' }
  const words = response ? `The mail server refused it: ${response}` : `The mail could not be handed in: ${message}.`
  const status = code === 'EMESSAGE' && responseCode === undefined ? TOO_LARGE : (responseCode ?? 0)
  return { status, body: response ?? '', error: words, noSuchRecipient: command === 'RCPT TO' && status >= 500 }
}

function codeOf(response: string): number {
  return Number(/^\d{3}/.exec(response)?.[0] ?? 250)
}
