import { setTimeout as sleep } from 'node:timers/promises'
import { CliError } from './cli-error.ts'

const PAUSE = 1_000 // milliseconds between two tries
const PATIENCE = 10_000 // milliseconds for one answer
const UP = (status: number) => (status >= 200 && status < 400) || status === 401 || status === 403

/** Waits until the address answers well: 2xx, 3xx, or that it wants a log-in. Throws `CliError` when it does not within the limit. */
export async function waitForUrl(
  { url, limit }: { url: URL /** Milliseconds. */; limit: number },
  signal: AbortSignal,
  tell: (what: string) => void,
): Promise<void> {
  const end = Date.now() + limit
  let last = ''
  tell(`Waiting for ${url.href}`)
  for (;;) {
    last = await look(url, Math.max(1, Math.min(PATIENCE, end - Date.now())), signal)
    if (last === '') return
    if (Date.now() + PAUSE > end) break
    await sleep(PAUSE, undefined, { signal }).catch(stopped)
  }
  throw new CliError(`${url.href} was not up within ${Math.round(limit / 1000)} s: ${last}`)
}

/** Empty when it is up, else why not. */
async function look(url: URL, patience: number, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    await response.body?.cancel()
    return UP(response.status) ? '' : `it answers ${response.status}.`
  } catch (error) {
    if (signal.aborted) stopped()
    const { cause, message } = error as Error
    if (cause instanceof AggregateError) return String(cause.errors[0]?.message ?? cause.message)
    return cause instanceof Error ? cause.message : message
  }
}

function stopped(): never {
  throw new CliError('Stopped.')
}
