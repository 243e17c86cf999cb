import type { Context } from '../context.ts'
import { look, recordLook } from '../resources/verification/service.ts'
import { listToVerify } from '../resources/verification/store.ts'
import { VERIFICATION_QUEUE } from './queue.ts'

const EVERY = '*/10 * * * *' // of an hour; each website is looked at once a day, spread as they were verified
const DAY = 86_400_000 // milliseconds
const BATCH = 100
const AT_ONCE = 10

/** Has one worker at a time look again at verified websites, each once a day. */
export async function startVerifying(context: Context): Promise<void> {
  const { boss } = context.queue
  await boss.work(VERIFICATION_QUEUE, { pollingIntervalSeconds: 30 }, () => verifyWebsites(context))
  await boss.schedule(VERIFICATION_QUEUE, EVERY)
}

/** Looks at all that are due. One that throws is written down as failing, and holds up no other. */
export async function verifyWebsites(context: Context, now = Date.now()): Promise<void> {
  const { system } = context.database
  for (;;) {
    const due = await listToVerify(system, new Date(now - DAY), BATCH)
    for (let from = 0; from < due.length; from += AT_ONCE) {
      await Promise.all(
        due.slice(from, from + AT_ONCE).map(async (website) => {
          const proof = await look(context, website).catch((error: Error) => ({
            method: null,
            found: [{ method: website.verification_method!, detail: error.message }],
          }))
          await system.transaction().execute((trx) => recordLook(trx, website, proof))
        }),
      )
    }
    if (due.length < BATCH) return
  }
}
