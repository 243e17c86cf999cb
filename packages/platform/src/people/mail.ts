import type { Config } from '../config.ts'
import { newId } from '../identifier.ts'
import type { MailCall } from '../integrations/adapter.ts'
import { escapeHtml } from '../pages/page.ts'

type MailSettings = Pick<Config, 'smtpUrl' | 'mailFrom'>

export interface Mail {
  /** One address. */
  to: string
  subject: string
  /** Null: as the settings of the service have it. */
  from?: MailCall['from']
  /** Plain text, one paragraph each. */
  paragraphs: readonly string[]
}

/** Whether this installation sends mail at all. */
export function sendsMail({ smtpUrl }: MailSettings): boolean {
  return smtpUrl !== undefined
}

/** Resolves when the mail server has taken it. Rejects when there is none, when it is away, or when it refuses. */
export async function sendMail(settings: MailSettings, { to, subject, paragraphs, from = null }: Mail): Promise<void> {
  const { openMailer } = await import('../mailer.ts')
  const send = openMailer(settings)
  if (!send) throw new Error('No mail server is set: LASTHASH_SMTP_URL.')
  const html = paragraphs.map(
    (text) => `<p>${escapeHtml(text).replaceAll(/https?:\/\/\S+/g, '<a href="$&">$&</a>')}</p>`,
  )
  const { error } = await send({
    ...{ by: 'mail', to: [to], subject, text: paragraphs.join('\n\n'), html: html.join('\n') },
    ...{ id: newId('req'), thread: null, from },
  })
  if (error !== null) throw new Error(error)
}
