// Fairness over three workers, by counts; bench/fairness.ts does the same with 1,000 scans of 50 organisations.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runQueue } from '../../../../bench/fairness/queue.ts'
import { startSite, type TargetSite } from '../../test/target-site.ts'
import { createTestContext, type TestContext } from '../../test/test-context.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'runs 230 scans: npm run test:all'
const QUEUE = { small: 9, scansOfSmall: 5, limitOfSmall: 2, limitOfBig: 6, slots: 3 }
const BIG = 70

let world: TestContext
let site: TargetSite
before(async () => {
  if (skip) return
  world = await createTestContext()
  site = await startSite()
})
after(async () => {
  if (skip) return
  await site.close()
  await world.close()
})

test('over three workers no limit is passed, all is done, and small ones do not wait for a big one’s queue', {
  skip,
}, async (t) => {
  const few = await runQueue(world.context, { ...QUEUE, scansOfBig: BIG / 2, url: site.url }, 240_000)
  const many = await runQueue(world.context, { ...QUEUE, scansOfBig: BIG, url: site.url }, 240_000)
  t.diagnostic(`scans begun before the small ones', median: ${few.medianRank} and ${many.medianRank}`)
  for (const { over, left } of [few, many]) assert.deepEqual({ over, left }, { over: 0, left: 0 })
  // By age alone it would be all of the big one's queue more: 35.
  assert.ok(many.medianRank - few.medianRank < BIG / 4, `${few.medianRank} and ${many.medianRank}`)
})
