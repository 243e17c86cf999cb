import { createContext, Script } from 'node:vm'

const context = createContext({ run: undefined as (() => unknown) | undefined })
const script = new Script('run()')

/** How much longer than its limit code may take by the clock, when other threads and processes are at work. */
const PATIENCE = 4

/**
 * Runs synchronous code and stops it when it takes longer than `limit` milliseconds, even inside a regular expression:
 * a page made to hang a parser must cost one check, not the worker. Throws what `run` throws, or an error that names the limit.
 *
 * What is stopped is run again, once and for longer, when this thread had less than `limit` milliseconds of a processor: then
 * the machine was busy, and not the code slow. So `run` must be code that can be run twice.
 */
export function withTimeLimit<T>(limit: number, run: () => T): T {
  const outer = context.run
  const began = processorTime()
  for (const milliseconds of [limit, limit * PATIENCE]) {
    context.run = run
    try {
      return script.runInContext(context, { timeout: milliseconds }) as T
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      if (processorTime() - began >= limit) break
    } finally {
      context.run = outer
    }
  }
  throw new Error(`took longer than ${limit} ms`)
}

/** Milliseconds that this thread has had. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
