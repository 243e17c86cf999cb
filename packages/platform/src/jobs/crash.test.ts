import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { sql } from 'kysely'
import { countScans, eventsOf, scansOf } from '../../test/scans.ts'
import { freePort, type ServiceProcess, startService } from '../../test/service-process.ts'
import { faulty, slowly, startSite, type TargetSite } from '../../test/target-site.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../test/test-context.ts'
import { until } from '../../test/until.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'takes a minute: npm run test:all'
const SECRET = 'the same for every process'
const LIMIT = 8 // scans at once of the large organisation
const SCANS = 200
const KILLS = 4

let world: TestContext
let site: TargetSite
let base: string
const processes = new Set<ServiceProcess>()

before(async () => {
  if (skip) return
  world = await createTestContext({ LASTHASH_SECRET: SECRET })
  // Only the processes under test look after the queue.
  await world.context.queue.stop()
  site = await startSite()
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  await start('api', { PORT: String(port) })
})
afterEach(() => site?.answer(faulty))
after(async () => {
  if (skip) return
  await Promise.all([...processes].map((one) => one.kill()))
  await site.close()
  await world.close()
})

async function start(role: 'api' | 'worker', settings: Record<string, string> = {}): Promise<ServiceProcess> {
  const service = await startService({
    DATABASE_URL: world.databaseUrl,
    LASTHASH_SECRET: SECRET,
    LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
    LASTHASH_API_KEY: 'crash-test-key-of-more-than-twenty-characters',
    LASTHASH_WORKER_CONCURRENCY: '6',
    LASTHASH_ROLE: role,
    ...settings,
  })
  processes.add(service)
  return service
}

async function kill(service: ServiceProcess): Promise<void> {
  await service.kill()
  processes.delete(service)
}

async function post({ key }: TestOrganization): Promise<string> {
  const answer = await fetch(`${base}/v1/scans`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scan_type: 'quick', url: site.url }),
  })
  assert.equal(answer.status, 202)
  return ((await answer.json()) as { id: string }).id
}

/** Every scan's endings, in the order told. */
async function endings({ id }: TestOrganization): Promise<Map<string, string[]>> {
  const told = new Map<string, string[]>()
  for (const { type, data } of await eventsOf(world.context, id)) {
    if (!['scan.completed', 'scan.failed', 'scan.canceled'].includes(type)) continue
    told.set(String(data.id), [...(told.get(String(data.id)) ?? []), type])
  }
  return told
}

/** Turns and jobs that are left over. */
async function leftOver(): Promise<number> {
  const { rows } = await sql<{ left: number }>`SELECT (SELECT count(*) FROM scan_turns)
    + (SELECT count(*) FROM pgboss.job WHERE name = 'scan' AND state < 'completed') AS left`.execute(
    world.context.database.system,
  )
  return rows[0]!.left
}

test('200 queued scans end, once, however often their workers are killed', { skip }, async (t) => {
  const large = await world.organization('enterprise', { concurrent_scans: LIMIT })
  const small = await world.organization('pro')
  site.answer(slowly(10))
  const ids: string[] = []
  const posting = async () => {
    while (ids.length < SCANS) {
      const place = ids.push('') - 1
      ids[place] = await post(large)
    }
  }
  await Promise.all(Array.from({ length: 10 }, posting))
  const few = await Promise.all(Array.from({ length: 3 }, () => post(small)))
  const workers = await Promise.all(Array.from({ length: 3 }, () => start('worker')))

  let most = 0
  const done = async () => {
    const running = await countScans(world.context, large.id, 'running')
    most = Math.max(most, running)
    return countScans(world.context, large.id, 'done')
  }
  const marks = Array.from({ length: KILLS }, () => randomInt(20, SCANS - 60)).sort((a, b) => a - b)
  let restarts = Promise.resolve()
  for (const [turn, mark] of marks.entries()) {
    await until(async () => (await done()) >= mark, 120_000)
    await new Promise((resolve) => setTimeout(resolve, randomInt(0, 120)))
    const place = turn % workers.length
    await restarts
    await kill(workers[place]!)
    restarts = start('worker').then((service) => {
      workers[place] = service
    })
  }
  await restarts
  const killed = Date.now()
  await until(async () => (await done()) === SCANS, 180_000)
  t.diagnostic(
    `killed after ${marks.join(', ')} of ${SCANS}; all done ${Date.now() - killed} ms after the last restart`,
  )

  const scans = await scansOf(world.context, large.id)
  const again = scans.filter(({ attempts }) => attempts > 1)
  t.diagnostic(
    `${again.length} scans were taken up again, at most ${most} ran at once, ${site.mostScans()} at the target`,
  )
  assert.deepEqual(await endings(large), new Map(ids.sort().map((id) => [id, ['scan.completed']])))
  assert.ok(again.length > 0, 'no kill hit a running scan')
  assert.ok(most <= LIMIT, `${most} at once in the database`)
  // A killed worker's connections are closed by the system before its scans are another's.
  assert.ok(site.mostScans() <= LIMIT + few.length, `${site.mostScans()} at once at the target`)

  // The small organisation came last, and did not wait for the large one's scans.
  const ends = (await scansOf(world.context, small.id)).map(({ completed_at }) => completed_at!.getTime())
  const before = scans.filter(({ completed_at }) => completed_at!.getTime() < Math.min(...ends)).length
  assert.ok(before < SCANS / 2, `${before} of the large organisation's scans ended before the small one's first`)
  await until(async () => (await leftOver()) === 0)
  await Promise.all(workers.map((worker) => worker.stop()))
})

/** A scan's events as Server-Sent Events, from the one after `last` on, until the stream ends or `enough` says so. */
async function watch({ key }: TestOrganization, id: string, last = 0, enough = (_: string) => false) {
  const headers = { authorization: `Bearer ${key}`, ...(last > 0 ? { 'last-event-id': String(last) } : {}) }
  const answer = await fetch(`${base}/v1/scans/${id}/events`, { headers })
  assert.equal(answer.status, 200)
  let text = ''
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    if (enough(text)) break
  }
  const numbers = [...text.matchAll(/^id: (\d+)$/gm)].map(([, number]) => Number(number))
  return { numbers, events: [...text.matchAll(/^event: (.+)$/gm)].map(([, name]) => name!) }
}

test('a killed worker’s scan is another worker’s within a minute, ends once, and its stream goes on', {
  skip,
}, async (t) => {
  const organization = await world.organization('pro')
  // The start page answers, all else hangs: there is progress, and no end.
  site.answer((request, response) => {
    if (request.url === '/') faulty(request, response)
  })
  const dying = await start('worker')
  const id = await post(organization)
  const before = await watch(organization, id, 0, (text) => text.includes('id: 3'))
  const staying = await start('worker')
  await kill(dying)
  const killed = Date.now()
  const attempts = async () => (await scansOf(world.context, organization.id))[0]!.attempts
  await until(async () => (await attempts()) === 2, 60_000)
  t.diagnostic(`taken up after ${Date.now() - killed} ms`)
  site.answer(faulty)
  await kill(staying)
  const last = await start('worker')
  const { numbers, events } = await watch(organization, id, before.numbers.at(-1))
  assert.equal(events.at(-1), 'scan.completed')
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => before.numbers.at(-1)! + 1 + index),
  )
  assert.deepEqual(await endings(organization), new Map([[id, ['scan.completed']]]))
  await last.stop()
})
