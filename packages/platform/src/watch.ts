import type { Context } from './context.ts'
import { openSend } from './events/send.ts'
import { Deliverer } from './integrations/deliver.ts'
import { type Lag, Watchdog } from './jobs/watch-monitoring.ts'
import { openMailer } from './mailer.ts'
import { openOutbound } from './outbound.ts'

export interface Watch {
  /** How far monitoring is behind, as of the last look; null before the first. */
  lag(): Lag | null
  stop(): Promise<void>
}

/**
 * What every process does, whatever its role: it notices when no worker looks at monitors any more, and tells alert channels.
 * Were that for workers alone, nobody would be told when all of them are gone.
 */
export async function startWatch(context: Context): Promise<Watch> {
  const { config, database, secrets, brands, log } = context
  const outbound = openOutbound({ allowPrivate: config.allowPrivate })
  const send = openSend(outbound)
  const deliverer = new Deliverer({ database, secrets, brands, log, send, sendMail: openMailer(config) })
  await deliverer.start()
  const watchdog = new Watchdog(context)
  watchdog.start()
  return {
    lag: () => watchdog.lag,
    async stop() {
      await watchdog.stop()
      await deliverer.stop()
      await outbound.close()
    },
  }
}
