import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { findBinaries } from './binaries.ts'
import { type Embedded, joinEmbedded, startEmbedded } from './embedded.ts'
import { lockFolder } from './lock.ts'

const HOLDER = join(import.meta.dirname, '../../test/embedded-process.ts')

let folder: string
let data: string
before(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lasthash-embedded-')))
  chmodSync(folder, 0o755)
  data = join(folder, 'data')
})
after(() => rmSync(folder, { recursive: true, force: true }))

const start = (at = data): Promise<Embedded> => startEmbedded(at, { fsync: false })

async function ask(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

/** A process that runs the server of `data`, with the address that it tells. */
async function holder(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [HOLDER, data], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout!.setEncoding('utf8'), 'data')
  return { child, url: String(line).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const pidFile = () => join(data, 'postgres/postmaster.pid')
const START_TIME = 'SELECT pg_postmaster_start_time()::text'

test('an orphan is taken over, connections and all, and stopped like one of our own', async () => {
  const { child, url } = await holder()
  const began = await ask(url, START_TIME)
  await kill(child)
  const adopted = await start()
  assert.equal(adopted.url, url)
  assert.equal(await ask(adopted.url, START_TIME), began, 'the very same server')
  await adopted.stop()
  assert.equal(existsSync(pidFile()), false)
})

test('of two that start at once, one gets the folder and the other names it', async () => {
  const { child, url } = await holder()
  await assert.rejects(start(), (error) => {
    assert.ok(error instanceof StartError)
    return error.message.includes(`is in use by process ${child.pid}:`)
  })
  assert.equal(await joinEmbedded(data), url, 'a worker may join')
  assert.equal(await ask(url, 'SELECT 1'), 1)
  await kill(child)
  await (await start()).stop()
})

test('the lock of a process that is gone, or of another one with its number, does not count', () => {
  const place = join(folder, 'locked')
  mkdirSync(place)
  const file = join(place, 'lasthash.lock')
  const dead = spawnSync('true').pid
  for (const content of [
    { pid: dead, started: '' },
    { pid: dead, started: 'some boot 1' },
    { pid: process.ppid, started: 'some boot 1' },
    'half a lo',
    '',
  ]) {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    const unlock = lockFolder(place)
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, process.pid)
    assert.throws(() => lockFolder(place), new RegExp(`in use by process ${process.pid}:`))
    unlock()
    assert.equal(existsSync(file), false)
  }
})

test('a postmaster.pid whose number is some other process by now is no server', async () => {
  const server = await start()
  const text = readFileSync(pidFile(), 'utf8')
  await server.stop()
  writeFileSync(pidFile(), text.replace(/^\d+/, String(process.pid)))
  const again = await start()
  assert.equal(await ask(again.url, 'SELECT 1'), 1)
  await again.stop()
})

test('an initdb that was killed in the middle leaves nothing that looks like a database', async () => {
  const broken = join(folder, 'broken')
  mkdirSync(join(broken, 'postgres.new'), { recursive: true })
  writeFileSync(join(broken, 'postgres.new/PG_VERSION'), '18\n')
  const server = await start(broken)
  assert.equal(await ask(server.url, 'SELECT 1'), 1)
  await server.stop()
})

test('a data folder that was moved goes on', async () => {
  const moved = join(folder, 'moved')
  const server = await start()
  await ask(server.url, 'CREATE TABLE kept (a int)')
  await server.stop()
  renameSync(data, moved)
  const again = await start(moved)
  assert.equal(await ask(again.url, "SELECT to_regclass('kept')::text"), 'kept')
  await again.stop()
  renameSync(moved, data)
})

test('a database of another major version is refused, with the way out', async () => {
  const old = join(folder, 'old')
  cpSync(data, old, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  writeFileSync(join(old, 'postgres/PG_VERSION'), '15\n')
  await assert.rejects(start(old), {
    message: /^The data folder's database is of PostgreSQL 15 and this LastHash brings 18: export it .+\.$/,
  })
  rmSync(old, { recursive: true })
})

test('nobody gets in without the password', async () => {
  const server = await start()
  const url = new URL(server.url)
  url.password = 'guessed'
  await assert.rejects(ask(url.href, 'SELECT 1'), { code: '28P01' })
  await server.stop()
})

test('without npm’s install scripts the links are made at start; programs out of reach are copied whole', () => {
  const { postgres } = findBinaries(null, join(folder, 'unused'))
  const native = join(dirname(dirname(postgres)))
  // What npm unpacks when it runs no scripts: no link at all.
  const bare = join(folder, 'closed/package')
  cpSync(dirname(native), bare, { recursive: true, filter: (source) => !lstatSync(source).isSymbolicLink() })
  assert.match(version(join(bare, 'native/bin/postgres')), /error while loading shared libraries/)
  const found = { folder: bare, version: '18.4.0' }
  const inPlace = findBinaries(null, join(folder, 'unused'), found)
  assert.equal(inPlace.postgres, join(bare, 'native/bin/postgres'))
  assert.match(version(inPlace.postgres), /^postgres \(PostgreSQL\) 18\./)
  assert.equal(existsSync(join(folder, 'unused')), false)

  // As npm unpacks under a strict umask, below a folder like /root.
  chmodSync(join(folder, 'closed'), 0o700)
  const stranger = { uid: 4_000_000, gid: 4_000_000 }
  const copied = findBinaries(stranger, join(folder, 'spare'), found)
  assert.equal(copied.initdb, join(folder, 'spare/postgresql-18.4.0/native/bin/initdb'))
  assert.match(version(copied.initdb), /^initdb \(PostgreSQL\) 18\./)
  const modified = statSync(copied.initdb).mtimeMs
  assert.deepEqual(findBinaries(stranger, join(folder, 'spare'), found), copied)
  assert.equal(statSync(copied.initdb).mtimeMs, modified, 'once')
})

function version(program: string): string {
  const { stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return stdout || stderr
}
