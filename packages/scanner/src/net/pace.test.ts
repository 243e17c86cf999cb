import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Pace, rateFor } from './pace.ts'

/** How long `count` requests take that are each answered after `tookMs`, one after the other. */
async function timeOf(count: number, tookMs: number, ...rate: Parameters<typeof rateFor>): Promise<number> {
  const pace = new Pace({ rate: rateFor(...rate), concurrency: 6, signal: new AbortController().signal })
  const started = performance.now()
  for (let index = 0; index < count; index++) (await pace.enter())(tookMs)
  return performance.now() - started
}

test('in our own network a quick site is asked as fast as it answers', async () => {
  assert.ok((await timeOf(400, 2, undefined, 'own')) < 4_000)
})

test('a site on the internet begins at 20 a second and may rise to 60, never beyond', async () => {
  // 20 at once, then ever quicker; with no limit it would take nothing, at 20 a second all along 4 s.
  const took = await timeOf(100, 2, undefined, 'public')
  assert.ok(took >= 800 && took < 3_500, `${took} ms`)
})

test('a rate that the caller sets is kept, however quick the answers', async () => {
  assert.ok((await timeOf(60, 2, 40, 'own')) >= 480)
})

test('a site that answers slowly is asked less, also in our own network', async () => {
  const pace = new Pace({ rate: rateFor(undefined, 'own'), concurrency: 6, signal: new AbortController().signal })
  for (let index = 0; index < 70; index++) (await pace.enter())(2_000)
  const started = performance.now()
  for (let index = 0; index < 12; index++) (await pace.enter())(2_000)
  assert.ok(performance.now() - started >= 300)
})
