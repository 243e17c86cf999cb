import { createContext, Script } from 'node:vm'

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
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new Error(`took longer than ${limit} ms`)
    throw error
  } finally {
    context.run = outer
  }
}
