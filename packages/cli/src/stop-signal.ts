import { COULD_NOT_RUN } from './cli-error.ts'

const PATIENCE = 1_500 // milliseconds from the first Ctrl-C until the process ends in any case

/** Fires when the user or the system wants the process to end. A second Ctrl-C ends it at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(COULD_NOT_RUN)
    controller.abort()
    setTimeout(() => process.exit(COULD_NOT_RUN), PATIENCE).unref()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  return controller.signal
}
