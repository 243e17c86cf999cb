import type { Database } from '../db/client.ts'
import { PROGRESS_CHANNEL } from './progress.ts'

export interface Watch {
  /** Resolves when something happened to it since the last call, or after `milliseconds`, or when `signal` fires. */
  change(milliseconds: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Waits for news of one scan, or one verification. All watches of a process share the database client's one listening connection. */
export async function watchProgress(database: Database, wanted: string): Promise<Watch> {
  let changed = false
  let wake = () => {}
  const tell = () => {
    changed = true
    wake()
  }
  const unlisten = await database.listen(PROGRESS_CHANNEL, (id) => id === wanted && tell(), { onReconnect: tell })
  return {
    async change(milliseconds, signal) {
      if (!changed && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, milliseconds)
        wake = resolve
        signal.addEventListener('abort', wake, { once: true })
        await promise
        signal.removeEventListener('abort', wake)
        clearTimeout(timer)
      }
      changed = false
    },
    close: unlisten,
  }
}
