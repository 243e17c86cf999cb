// What a person can mend is told in one sentence with the remedy, and never with a stack trace.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Running, runStart, stopAll } from './run-start.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let folder: string
let database: TestDatabase
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lasthash-refusals-'))
  chmodSync(folder, 0o755)
  database = await createTestDatabase()
})
after(async () => {
  await stopAll()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** How it refuses to start: exit code 1, nothing on stdout but what `tells` says, one line on stderr. */
async function refusal(running: Running, tells = ''): Promise<string> {
  const { code, stdout, stderr } = await running.ended
  assert.equal(code, 1, `${stdout}\n${stderr}`)
  assert.equal(stdout.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST'), tells)
  assert.match(stderr, /^[^\n]+\n$/, 'one line')
  assert.doesNotMatch(stderr, /\bat \S+ \(|node:internal|secret-password/)
  return stderr.trimEnd()
}

const withUrl = (url: string) => runStart({ LASTHASH_DATA_DIR: join(folder, 'data'), DATABASE_URL: url })

/** The address of the test database with something else in it. */
function changed(change: (url: URL) => void): string {
  const url = new URL(database.url)
  change(url)
  return url.href
}

test('a DATABASE_URL that is no address of a PostgreSQL is not shown, for it may hold a password', async () => {
  for (const url of [
    'mysql://root:secret-password@db/lasthash',
    'db.example/lasthash',
    'postgres://u:secret-password@h:x/d',
  ]) {
    assert.equal(
      await refusal(withUrl(url)),
      'DATABASE_URL is not a PostgreSQL address: it takes one such as postgres://user:password@host:5432/lasthash.',
    )
  }
})

test('where nobody listens, or something that is no PostgreSQL: waited for, then named', async () => {
  const web = createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const cases = [
    { port: await closedPort(), why: 'connect ECONNREFUSED HOST' },
    { port: await listen(web), why: 'Connection terminated unexpectedly' },
  ]
  await Promise.all(
    cases.map(async ({ port, why }) => {
      const running = withUrl(`postgres://lasthash:secret-password@127.0.0.1:${port}/lasthash`)
      const away = `The database at HOST cannot be reached (${why})`
      const sentence = await refusal(running, `${away}; waiting up to 15 s for it.\n`)
      const place = `127.0.0.1:${port}`
      assert.equal(sentence, `${away.replaceAll('HOST', place)}: start it, or mend DATABASE_URL.`)
    }),
  ).finally(() => web.close())
})

test('a wrong password, and a database that does not exist', async () => {
  const password = await refusal(
    withUrl(
      changed((url) => {
        url.password = 'secret-password'
      }),
    ),
  )
  assert.match(
    password,
    /^The database at \S+ refuses the user or password of DATABASE_URL \(.+\): mend DATABASE_URL\.$/,
  )
  const missing = await refusal(
    withUrl(
      changed((url) => {
        url.pathname = '/nowhere'
      }),
    ),
  )
  assert.match(missing, /^The database of DATABASE_URL does not exist at \S+: create it, or mend DATABASE_URL\.$/)
})

test('a PostgreSQL that is too old', async () => {
  // The server's own function is hidden behind one that lies, on this database only.
  const old = await createTestDatabase()
  const client = new pg.Client({ connectionString: old.url })
  await client.connect()
  await client.query(`CREATE SCHEMA old;
    CREATE FUNCTION old.current_setting(name text) RETURNS text LANGUAGE sql AS $$ SELECT '150014' $$;
    DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = old, pg_catalog, public', current_database()); END $$`)
  await client.end()
  const sentence = await refusal(withUrl(old.url))
  await old.close()
  assert.equal(sentence, 'LastHash needs PostgreSQL 16 or newer and this one is 15: set DATABASE_URL to a newer one.')
})

test('a data folder that another process holds: the process is named, and both remedies', async () => {
  const data = join(folder, 'held')
  const first = runStart({ LASTHASH_DATA_DIR: data })
  const base = await first.ready()
  assert.equal(
    await refusal(runStart({ LASTHASH_DATA_DIR: data })),
    `The data folder ${data} is in use by process ${first.pid}: stop it, set LASTHASH_DATA_DIR to another folder, or set LASTHASH_ROLE=worker to join it.`,
  )
  assert.equal((await fetch(`${base}/readyz`)).status, 200, 'the first one is not disturbed')

  const worker = runStart({ LASTHASH_DATA_DIR: data, LASTHASH_ROLE: 'worker' })
  await worker.ready()
  assert.equal(worker.stdout(), 'LastHash is ready: this worker takes jobs.\n')
  assert.deepEqual(await worker.stop(), { code: 0, stdout: worker.stdout(), stderr: '' })
  assert.equal((await fetch(`${base}/readyz`)).status, 200, 'a worker that leaves does not stop the database')
  await first.stop()

  assert.equal(
    await refusal(runStart({ LASTHASH_DATA_DIR: data, LASTHASH_ROLE: 'worker' })),
    `No LastHash is running on the data folder ${data}: start one there first, or set DATABASE_URL to the database that it uses.`,
  )
})

test('a disk that is full, at the first start and at a later one', { skip: needsRoot() }, async () => {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const mount = (size: string) => run('mount', '-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', disk)
  mount('8m') // initdb makes about 40 MB
  try {
    assert.equal(
      await refusal(runStart({ LASTHASH_DATA_DIR: join(disk, 'data') })),
      `The disk that holds ${disk}/data/postgres is full: make room, or set LASTHASH_DATA_DIR to another place.`,
    )
  } finally {
    run('umount', disk)
  }
  mount('200m')
  try {
    const data = join(disk, 'data')
    const first = runStart({ LASTHASH_DATA_DIR: data })
    await first.ready()
    await first.stop()
    fill(join(disk, 'filling'))
    assert.match(
      await refusal(runStart({ LASTHASH_DATA_DIR: data })),
      /^The disk that holds .+ is full: make room\b.*\.$/,
    )
    rmSync(join(disk, 'filling'))
    const again = runStart({ LASTHASH_DATA_DIR: data })
    await again.ready()
    await again.stop()
  } finally {
    run('umount', disk)
  }
})

function needsRoot(): string | false {
  if (process.env.LASTHASH_TEST_ALL !== '1') return 'mounts a small disk: npm run test:all'
  return process.getuid?.() === 0 ? false : 'only root may mount'
}

function run(command: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
}

/** Writes until there is no more room. */
function fill(file: string): void {
  const chunk = Buffer.alloc(64 * 1024)
  for (let size = chunk.length; size > 0; ) {
    try {
      writeFileSync(file, chunk.subarray(0, size), { flag: 'a' })
    } catch {
      size = Math.floor(size / 2)
    }
  }
}

async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}
