import { createContext, Script } from 'node:vm'

/** How much longer than its limit code may take by the clock, when other threads and processes are at work. */
const PATIENCE = 4

const context = createContext({ run: undefined as (() => unknown) | undefined })
const script = new Script('run()')

/**
 * Runs synchronous code and stops it when it takes longer than `limit` milliseconds, even inside a regular expression:
 * a page made to hang a parser must cost one check, not the worker. Throws what `run` throws, or an error that names the limit.
 */
export function withTimeLimit<T>(limit: number, run: () => T): T {
  const outer = context.run
  context.run = run
  try {
    return script.runInContext(context, { timeout: limit }) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TookTooLong(limit)
    throw error
  } finally {
    context.run = outer
  }
}

/**
 * The same for code that can be run twice. What is stopped is run once more, and for longer, when this thread had less than
 * `limit` milliseconds of a processor: then the machine was busy, and not the code slow.
 */
export function withPatience<T>(limit: number, run: () => T): T {
  const began = processorTime()
  try {
    return withTimeLimit(limit, run)
  } catch (error) {
    if (!(error instanceof TookTooLong) || processorTime() - began >= limit) throw error
  }
  try {
    return withTimeLimit(limit * PATIENCE, run)
  } catch (error) {
    throw error instanceof TookTooLong ? new TookTooLong(limit) : error
  }
}

class TookTooLong extends Error {
  constructor(limit: number) {
    super(`took longer than ${limit} ms`)
  }
}

/** Milliseconds that this thread has had. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
