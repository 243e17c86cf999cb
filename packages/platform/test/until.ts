import { setTimeout as pause } from 'node:timers/promises'

/** Resolves once `condition` holds; throws when it does not within `limit` milliseconds, which leave room for a slow machine. */
export async function until(condition: () => unknown, limit = 30_000): Promise<void> {
  const deadline = Date.now() + limit
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${limit} ms: ${condition}`)
    await pause(10)
  }
}
