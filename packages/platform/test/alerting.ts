import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Context } from '../src/context.ts'
import { openSend } from '../src/events/send.ts'
import { Deliverer } from '../src/integrations/deliver.ts'
import { openMailer } from '../src/mailer.ts'
import type { Trouble } from '../src/monitoring/trouble.ts'
import { openOutbound } from '../src/outbound.ts'
import { raiseAlert, recoverAlert } from '../src/resources/alerts/service.ts'

/** A deliverer of a process of its own, and its end. */
export async function startDeliverer({ database, secrets, brands, log, config }: Context, limit = 10_000) {
  const outbound = openOutbound({ allowPrivate: true })
  const sendMail = openMailer(config)
  const deliverer = new Deliverer({
    database,
    secrets,
    brands,
    log,
    send: openSend(outbound, limit),
    sendMail,
    pollMs: 50,
  })
  await deliverer.start()
  return async () => {
    await deliverer.stop()
    await outbound.close()
  }
}

interface Site {
  organization_id: string
  website_id: string
}

const TROUBLE: Trouble = { cause: 'down', severity: 'critical', summary: 'It is down.', data: { code: 'status' } }

/** What a monitor raises. */
export function raise({ database }: Context, site: Site, more: Partial<Trouble> = {}): Promise<void> {
  const source = { ...site, id: null, kind: 'uptime' as const }
  return database.system.transaction().execute((trx) => raiseAlert(trx, source, { ...TROUBLE, ...more }, new Date()))
}

export function recover({ database }: Context, site: Site, cause = 'down'): Promise<void> {
  const source = { ...site, id: null, kind: 'uptime' as const }
  return database.system.transaction().execute((trx) => recoverAlert(trx, source, cause, new Date()))
}

export interface MailServer {
  url: string
  received: ParsedMail[]
  /** Of each of them, whom it comes back to when it cannot be delivered. */
  senders: string[]
  /** What is answered to a recipient from now on; null: taken. */
  refuse(answer: ((address: string) => { code: number; text: string } | null) | null): void
  /** What is done with a mail that is here whole, before the server says that it has taken it. */
  beforeTaken(act: (() => Promise<void>) | null): void
  close(): Promise<void>
}

/** A mail server on loopback that wants a log-in, and keeps what it is handed. */
export async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = []
  const senders: string[] = []
  let act: (() => Promise<void>) | null = null
  let refusal: Parameters<MailServer['refuse']>[0] = null
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _, done) {
      if (username === 'lasthash' && password === 'secret') done(null, { user: username })
      else done(new Error('no such user'))
    },
    onRcptTo({ address }, _, done) {
      const answer = refusal?.(address)
      done(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : undefined)
    },
    onData(stream, { envelope }, done) {
      simpleParser(stream).then(async (mail) => {
        await act?.()
        received.push(mail)
        senders.push(envelope.mailFrom === false ? '' : envelope.mailFrom.address)
        done()
      }, done)
    },
  })
  // A client that was killed in the middle of a mail.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://lasthash:secret@127.0.0.1:${port}`,
    received,
    senders,
    refuse(answer) {
      refusal = answer
    },
    beforeTaken(given) {
      act = given
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
