// `kill -9` of the API, the worker or PostgreSQL at random moments, under load: nothing that was acknowledged is lost, and
// nothing shows outside as done twice, but for webhooks with the same id.
import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Receiver, startReceiver } from '../../packages/platform/test/receiver.ts'
import { freePort, type ServiceProcess, startService } from '../../packages/platform/test/service-process.ts'
import { startSite, type TargetSite } from '../../packages/platform/test/target-site.ts'
import { until } from '../../packages/platform/test/until.ts'

const skip = process.env.LASTHASH_TEST_NIGHTLY === '1' ? false : 'takes a quarter of an hour: npm run test:nightly'
const KILLS = Number(process.env.LASTHASH_TEST_KILLS ?? 50)
const KEY = 'chaos-test-key-of-more-than-twenty-characters'
const CLIENTS = 4
const MOST_WAITING = 60 // scans: the load goes on, but not faster than what is killed again and again can do

let folder: string
let base: string
let port: number
let site: TargetSite
let receiver: Receiver
const running = new Map<'api' | 'worker', ServiceProcess>()

before(async () => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'lasthash-chaos-'))
  // As root, PostgreSQL runs as another user, who has to get in.
  chmodSync(folder, 0o755)
  site = await startSite()
  receiver = await startReceiver()
  port = await freePort()
  base = `http://127.0.0.1:${port}`
  await start('api')
  await start('worker')
})
after(async () => {
  if (skip) return
  await running.get('worker')?.stop()
  await running.get('api')?.stop()
  await receiver?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The API has the embedded PostgreSQL; a worker of the same data folder joins it, once it is there. */
async function start(role: 'api' | 'worker'): Promise<void> {
  const settings = {
    LASTHASH_ROLE: role,
    PORT: String(port),
    LASTHASH_DATA_DIR: folder,
    LASTHASH_API_KEY: KEY,
    LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
    LASTHASH_FEED_UPDATES: 'off',
  }
  for (let tries = 1; ; tries++) {
    try {
      running.set(role, await startService(settings))
      return
    } catch (error) {
      // PostgreSQL was killed while it started.
      if (tries === 5) throw error
    }
  }
}

const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }

/** One request under one idempotency key until there is an answer, as any careful client does. */
async function insist(path: string, body: object, expected: number, refused: Map<string, number>) {
  const idempotencyKey = randomUUID()
  for (;;) {
    try {
      const answer = await fetch(base + path, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': idempotencyKey },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      })
      const given = (await answer.json()) as { id: string }
      if (answer.status === expected) return given.id
      refused.set(String(answer.status), (refused.get(String(answer.status)) ?? 0) + 1)
    } catch {
      refused.set('no answer', (refused.get('no answer') ?? 0) + 1)
    }
    await pause(100)
  }
}

interface Listed {
  id: string
  type?: string
  data?: { id: string }
  error?: { code: string } | null
}

async function listed(path: string): Promise<Listed[]> {
  const all: Listed[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer: Response = await fetch(`${base}${path}&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`, {
      headers,
    })
    assert.equal(answer.status, 200)
    const page = (await answer.json()) as { data: Listed[]; next_cursor: string | null }
    all.push(...page.data)
    cursor = page.next_cursor
  }
  return all
}

function killPostgres(): void {
  try {
    process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  } catch {
    // It is just starting.
  }
}

test(`${KILLS} kills of API, worker and PostgreSQL lose nothing and repeat nothing`, { skip }, async (t) => {
  const refused = new Map<string, number>()
  await insist('/v1/webhooks', { url: receiver.url, events: ['scan.completed', 'website.created'] }, 201, refused)
  const scans = new Set<string>()
  const websites = new Set<string>()
  let loading = true
  let waiting = 0
  const client = async (number: number) => {
    for (let n = 0; loading; n++) {
      websites.add(await insist('/v1/websites', { url: `https://chaos-${number}-${n}.example/` }, 201, refused))
      if (waiting < MOST_WAITING)
        scans.add(await insist('/v1/scans', { url: site.url, scan_type: 'quick' }, 202, refused))
      else await pause(50)
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number))
  const watch = async () => {
    while (loading) {
      const done = await listed('/v1/scans?status=queued').then(
        (rows) => rows.length,
        () => waiting,
      )
      waiting = done
      await pause(500)
    }
  }
  const watching = watch()
  const kills = new Map<string, number>()
  for (let n = 0; n < KILLS; n++) {
    await pause(randomInt(200, 3_000))
    const what = (['api', 'worker', 'postgres'] as const)[randomInt(3)]!
    kills.set(what, (kills.get(what) ?? 0) + 1)
    if (what === 'postgres') killPostgres()
    else {
      await running.get(what)!.kill()
      await start(what)
    }
    // The next one comes when all is at work again: what is acknowledged between two kills is what counts.
    const before = websites.size
    await until(() => websites.size > before, 120_000)
  }
  loading = false
  await Promise.all([...clients, watching])
  t.diagnostic(
    `killed ${JSON.stringify(Object.fromEntries(kills))}; refused ${JSON.stringify(Object.fromEntries(refused))}`,
  )
  t.diagnostic(`${websites.size} websites and ${scans.size} scans acknowledged`)

  const under = async (status: string) => await listed(`/v1/scans?status=${status}`)
  await until(async () => (await under('queued')).length + (await under('running')).length === 0, 600_000)
  // One that was under way at three kills in a row is given up, and says so: it may be what the workers die of.
  const lost = await under('failed')
  t.diagnostic(`${lost.length} scans given up after three lost workers`)
  assert.deepEqual([...new Set(lost.map(({ error }) => error!.code))], lost.length > 0 ? ['worker_lost'] : [])
  const ids = (rows: Listed[]) => rows.map(({ id }) => id).sort()
  assert.deepEqual(ids(await listed('/v1/scans?')), [...scans].sort())
  const all = new Set(ids(await listed('/v1/websites?')))
  assert.deepEqual(
    [...websites].filter((id) => !all.has(id)),
    [],
  )
  // One for the scanned site itself.
  assert.equal(all.size, websites.size + 1)

  // Each ended once, and was told once.
  const completed = await listed('/v1/events?type=scan.completed')
  const failed = await listed('/v1/events?type=scan.failed')
  assert.deepEqual([...completed, ...failed].map(({ data }) => data!.id).sort(), [...scans].sort())
  assert.deepEqual(failed.map(({ data }) => data!.id).sort(), ids(lost))
  const events = new Set([...ids(completed), ...ids(await listed('/v1/events?type=website.created'))])
  const received = () => new Set(receiver.received.map((one) => String(one.headers['webhook-id'])))
  await until(() => [...events].every((id) => received().has(id)), 600_000)
  assert.deepEqual(
    [...received()].filter((id) => !events.has(id)),
    [],
  )
  t.diagnostic(`${events.size} events, ${receiver.received.length} webhooks received`)
})
