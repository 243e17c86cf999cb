/**
 * 1,000 queued scans of 50 organisations, 510 of them one's, run by three workers; and the same without the big one's. No
 * organisation ever runs more scans than its limit, none is left waiting, and the median wait of the small ones does not
 * grow with the big one's queue: with 510 scans in it the small ones' scans begin about as soon as with 100.
 *
 *   node bench/fairness.ts
 */

import { startSite } from '../packages/platform/test/target-site.ts'
import { createTestContext } from '../packages/platform/test/test-context.ts'
import { type Queue, runQueue } from './fairness/queue.ts'

const PATIENCE = 600_000 // milliseconds for one course
const SLACK = 1.3 // how much longer the median wait may be before it counts as grown: the machine's noise

const site = await startSite()
const queue: Omit<Queue, 'scansOfBig'> = {
  small: 49,
  scansOfSmall: 10,
  limitOfSmall: 5,
  limitOfBig: 20,
  slots: 10,
  url: site.url,
}
const courses = new Map<number, Awaited<ReturnType<typeof runQueue>>>()
for (const scansOfBig of [0, 100, 510]) {
  // A database of its own for each, so that no course finds another's rows.
  const world = await createTestContext()
  const course = await runQueue(world.context, { ...queue, scansOfBig }, PATIENCE)
  courses.set(scansOfBig, course)
  console.log(
    `big queue of ${scansOfBig}: small ones' median wait ${(course.medianWait / 1000).toFixed(1)} s, ${course.medianRank} scans begun before; ${course.over} over a limit; ${course.left} not done`,
  )
  await world.close()
}
await site.close()
const [some, many] = [courses.get(100)!, courses.get(510)!]
const good =
  [...courses.values()].every(({ over, left }) => over === 0 && left === 0) &&
  many.medianRank <= some.medianRank * SLACK
console.log(good ? 'aim met' : 'misses the aim')
process.exit(good ? 0 : 1)
