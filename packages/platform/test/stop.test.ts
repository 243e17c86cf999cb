// Stopping in order, being killed, and starting again after it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Running, runStart, stopAll } from './run-start.ts'
import { until } from './until.ts'

const KEY = 'a-key-of-more-than-twenty-characters'

let folder: string
let data: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasthash-stop-'))
  chmodSync(folder, 0o755)
  data = join(folder, 'data')
})
after(async () => {
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

async function start(detached = false): Promise<{ server: Running; base: string; postgres: number }> {
  const server = runStart({ LASTHASH_DATA_DIR: data, LASTHASH_API_KEY: KEY }, { detached })
  const base = await server.ready()
  return { server, base, postgres: postgresPid() }
}

function postgresPid(): number {
  return Number.parseInt(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8'), 10)
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // Dead, and not buried yet by whoever inherited it.
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** The process group, as `ps` says it. */
function groupOf(pid: number): number {
  return Number(spawnSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
}

async function addWebsite(base: string, url: string): Promise<number> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
  return (await fetch(`${base}/v1/websites`, { method: 'POST', headers, body: JSON.stringify({ url }) })).status
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  test(`${signal} ends in order: exit code 0, PostgreSQL shut down cleanly, nothing left behind`, async () => {
    const { server, postgres } = await start()
    assert.deepEqual(await server.stop(signal), { code: 0, stdout: server.stdout(), stderr: '' })
    assert.equal(lives(postgres), false)
    assert.equal(existsSync(join(data, 'postgres/postmaster.pid')), false)
    assert.equal(existsSync(join(data, 'lasthash.lock')), false)
    const log = readFileSync(join(data, 'postgres.log'), 'utf8')
    assert.match(log, /received fast shutdown request/)
    assert.match(log, /database system is shut down/)
  })
}

test('Ctrl-C reaches the whole group but not PostgreSQL, which is stopped last', async () => {
  const { server, base, postgres } = await start(true)
  assert.equal(groupOf(server.pid), server.pid)
  assert.equal(groupOf(postgres), postgres, 'a group of its own')
  assert.equal(await addWebsite(base, 'https://before-ctrl-c.example'), 201)
  process.kill(-server.pid, 'SIGINT')
  assert.deepEqual(await server.ended, { code: 0, stdout: server.stdout(), stderr: '' })
  assert.doesNotMatch(server.stdout(), /had died/, 'it was there until the end')
  assert.equal(lives(postgres), false)
})

test('a SIGTERM to npm, whose shell does not hand it on, stops the service in order', async () => {
  // As npm runs it: below a shell that waits, and dies of the signal.
  const through = ['sh', '-c', '"$@"; exit $?', '-']
  const server = runStart({ LASTHASH_DATA_DIR: data, npm_lifecycle_event: 'start' }, { through })
  await server.ready()
  const postgres = postgresPid()
  const { pid } = JSON.parse(readFileSync(join(data, 'lasthash.lock'), 'utf8')) as { pid: number }
  assert.notEqual(pid, server.pid)
  await server.stop('SIGTERM')
  await until(() => !lives(pid), 30_000)
  assert.equal(lives(postgres), false)
  assert.equal(existsSync(join(data, 'lasthash.lock')), false)
})

test('after a kill -9 of Node alone, the next start takes over the PostgreSQL that it left behind', async () => {
  const { server, base, postgres } = await start()
  assert.equal(await addWebsite(base, 'https://kept.example'), 201)
  await server.stop('SIGKILL')
  assert.equal(lives(postgres), true, 'an orphan')
  const again = runStart({ LASTHASH_DATA_DIR: data, LASTHASH_API_KEY: KEY })
  const next = await again.ready()
  assert.equal(postgresPid(), postgres, 'the same server')
  assert.equal(await addWebsite(next, 'https://kept.example'), 409, 'what was acknowledged is there')
  await again.stop()
  assert.equal(lives(postgres), false, 'and it is stopped like one of its own')
})

test('after a kill -9 of everything, the next start recovers by itself and has lost nothing', async () => {
  const { server, base, postgres } = await start()
  for (let n = 0; n < 20; n++) assert.equal(await addWebsite(base, `https://site-${n}.example`), 201)
  process.kill(server.pid, 'SIGKILL')
  process.kill(postgres, 'SIGKILL')
  await server.ended
  const again = await start()
  assert.notEqual(again.postgres, postgres)
  assert.match(readFileSync(join(data, 'postgres.log'), 'utf8'), /automatic recovery in progress/)
  for (let n = 0; n < 20; n++) assert.equal(await addWebsite(again.base, `https://site-${n}.example`), 409)
  await again.server.stop()
})

test('a PostgreSQL that dies under us is started again, and the service with it', async () => {
  const { server, base, postgres } = await start()
  process.kill(postgres, 'SIGKILL')
  await until(async () => (await addWebsite(base, 'https://after.example').catch(() => 0)) === 201, 60_000)
  assert.notEqual(postgresPid(), postgres)
  const warning = server
    .stdout()
    .split('\n')
    .find((line) => line.includes('had died'))
  assert.equal(JSON.parse(warning ?? '{}').level, 40, 'said once, as structured log')
  assert.equal((await server.stop()).code, 0)
})

test('fsync is on, and so is what an acknowledged commit relies on', async () => {
  const { server } = await start()
  const port = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(join(data, 'postgres.password'), 'utf8')
  const client = new pg.Client({ connectionString: `postgres://lasthash:${password}@127.0.0.1:${port}/postgres` })
  await client.connect()
  const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories']
  const { rows } = await client.query('SELECT name, setting FROM pg_settings WHERE name = ANY ($1)', [settings])
  await client.end()
  assert.deepEqual(Object.fromEntries(rows.map(({ name, setting }) => [name, setting])), {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  })
  await server.stop()
})
