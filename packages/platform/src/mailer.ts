import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { CallAnswer, MailCall } from './integrations/adapter.ts'

const CONNECT_LIMIT = 10_000 // milliseconds
const SILENCE_LIMIT = 15_000 // milliseconds that a server may take for an answer

/** Hands a mail in. Never throws: whatever goes wrong is in the answer. */
export type SendMail = (mail: MailCall) => Promise<CallAnswer>

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
  return async ({ from, to, subject, text, html, id, thread }) => {
    try {
      const { response, rejected } = await transport.sendMail({
        ...(from ? { from } : {}),
        to: [...to],
        subject,
        text,
        html,
        messageId: `<${id}@${domain}>`,
        ...(thread ? { references: `<${thread}@${domain}>` } : {}),
        // RFC 3834: nobody's absence is to be told to us.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      const refused = rejected.map(String)
      const body = refused.length > 0 ? `${response} (refused: ${refused.join(', ')})` : response
      return { status: codeOf(response), body, error: null }
    } catch (error) {
      return failureOf(error)
    }
  }
}

function failureOf(error: unknown): CallAnswer {
  const { code, responseCode, response, message } = error as {
    code?: string
    responseCode?: number
    response?: string
    message: string
  }
  // That our own log-in is refused says nothing about the mail: whoever runs the service can mend it.
  if (code === 'EAUTH') return { status: 0, body: '', error: 'The mail server refuses our log-in.' }
  const words = response ? `The mail server refused it: ${response}` : `The mail could not be handed in: ${message}.`
  return { status: responseCode ?? 0, body: response ?? '', error: words }
}

function codeOf(response: string): number {
  return Number(/^\d{3}/.exec(response)?.[0] ?? 250)
}
