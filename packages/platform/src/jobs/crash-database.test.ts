import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort, type ServiceProcess, startService } from '../../test/service-process.ts'
import { startSite, type TargetSite } from '../../test/target-site.ts'
import { until } from '../../test/until.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'takes half a minute: npm run test:all'
const KEY = 'crash-test-key-of-more-than-twenty-characters'
const KILLS = 3
const BETWEEN = 15 // scans accepted between two kills, at least

let folder: string
let base: string
let service: ServiceProcess
let site: TargetSite

before(async () => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'lasthash-crash-'))
  // As root, PostgreSQL runs as another user, who has to get in.
  chmodSync(folder, 0o755)
  site = await startSite()
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  service = await startService({
    PORT: String(port),
    LASTHASH_DATA_DIR: folder,
    LASTHASH_API_KEY: KEY,
    LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
  })
})
after(async () => {
  if (skip) return
  await service?.stop()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }

/** The ids of what a list holds, oldest first. */
async function listed(path: string, idOf: (one: { id: string; data: { id: string } }) => string): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const answer: Response = await fetch(`${base}${path}&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`, {
      headers,
    })
    const page = (await answer.json()) as { data: { id: string; data: { id: string } }[]; next_cursor: string | null }
    ids.push(...page.data.map(idOf))
    cursor = page.next_cursor
  }
  return ids.sort()
}

test('nothing acknowledged is lost when PostgreSQL is killed under load', { skip }, async (t) => {
  const accepted = new Set<string>()
  const refusals = new Set<number>()
  let posting = true
  const client = async () => {
    while (posting) {
      const key = randomUUID()
      // As any careful client: the same key until there is an answer, so that a lost answer makes no second scan.
      for (let answered = false; !answered; ) {
        const answer = await fetch(`${base}/v1/scans`, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': key },
          body: JSON.stringify({ url: site.url, scan_type: 'quick' }),
        })
        const body = (await answer.json()) as { id: string; code: string }
        answered = answer.status === 202
        if (answered) accepted.add(body.id)
        else {
          refusals.add(answer.status)
          if (answer.status === 503) {
            assert.equal(body.code, 'database_unavailable')
            assert.match(answer.headers.get('retry-after') ?? '', /^\d+$/)
          }
          await pause(50)
        }
      }
    }
  }
  const clients = Promise.all(Array.from({ length: 6 }, client))
  for (let kills = 0; kills < KILLS; kills++) {
    const before = accepted.size
    await until(() => accepted.size >= before + BETWEEN, 60_000)
    process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  }
  const before = accepted.size
  await until(() => accepted.size >= before + BETWEEN, 60_000)
  posting = false
  await clients
  t.diagnostic(`${accepted.size} accepted, refused with ${[...refusals].join(', ')}`)
  // 409: the first try under this key was still waiting for the database.
  for (const status of refusals) assert.ok([503, 409].includes(status), String(status))

  await until(async () => (await listed('/v1/scans?status=done', ({ id }) => id)).length >= accepted.size, 120_000)
  const ids = [...accepted].sort()
  assert.deepEqual(await listed('/v1/scans?', ({ id }) => id), ids)
  assert.deepEqual(await listed('/v1/events?type=scan.completed', ({ data }) => data.id), ids)
})
