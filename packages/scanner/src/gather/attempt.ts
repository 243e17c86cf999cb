import { NetError } from '../net/errors.ts'

/** What was asked for, or null where the target gave no answer. Throws when the budget is used up or the scan cancelled. */
export async function attempt<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request
  } catch (error) {
    if (error instanceof NetError && !error.isOurs) return null
    throw error
  }
}
