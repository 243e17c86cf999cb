// Starts as root below a folder that only root may enter, as root elsewhere, and as a plain user.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Running, runStart, stopAll } from './run-start.ts'

const NOBODY = 65_534
const SHARED = '/var/lib/lasthash'
const root = join(import.meta.dirname, '../../..')
const skip = needsRoot()

let open: string
let closed: string
before(() => {
  if (skip) return
  open = mkdtempSync(join(tmpdir(), 'lasthash-users-'))
  chmodSync(open, 0o755)
  // As root's home is: 0700.
  closed = mkdtempSync('/root/lasthash-users-')
})
after(async () => {
  await stopAll()
  if (skip) return
  rmSync(open, { recursive: true, force: true })
  rmSync(closed, { recursive: true, force: true })
})

/** The checkout, as `git clone` and `npm ci` would make it there. */
function checkout(folder: string): string {
  const copy = join(folder, 'lasthash')
  mkdirSync(copy)
  const { status, stderr } = spawnSync(
    'cp',
    ['-a', ...['package.json', 'packages', 'node_modules'].map((name) => join(root, name)), copy],
    { encoding: 'utf8' },
  )
  assert.equal(status, 0, stderr)
  return copy
}

const startIn = (copy: string, options: Parameters<typeof runStart>[1] = {}): Running =>
  runStart({}, { cwd: copy, bin: join(copy, 'packages/platform/bin/start.cjs'), ...options })

function ownerOfPostgres(cluster: string): number {
  return statSync(join(cluster, 'postmaster.pid')).uid
}

test('as root in /root: PostgreSQL runs as nobody, from copies that he can reach, and the place is printed', {
  skip,
}, async () => {
  const copy = checkout(closed)
  const data = join(copy, '.lasthash')
  const first = startIn(copy)
  await first.ready()
  const [told] = first.stdout().split('\n')
  const place =
    /^The database is in (\/var\/lib\/lasthash\/[0-9a-f]{16}\/postgres), where its unprivileged user can reach it\.$/.exec(
      told!,
    )?.[1]
  assert.ok(place, told)
  try {
    assert.ok(lstatSync(join(data, 'postgres')).isSymbolicLink(), 'the data folder points there')
    assert.equal(realpathSync(join(data, 'postgres')), place)
    assert.equal(ownerOfPostgres(place), NOBODY)
    assert.equal(statSync(place).mode & 0o777, 0o700)
    assert.ok(existsSync(SHARED))
    const key = /lh_live_\w+/.exec(first.stdout())?.[0]
    assert.equal((await first.stop()).code, 0)

    const second = startIn(copy)
    const base = await second.ready()
    assert.doesNotMatch(second.stdout(), /API key/, 'the same database')
    const answer = await fetch(`${base}/v1/scans`, { headers: { authorization: `Bearer ${key}` } })
    assert.equal(answer.status, 200)
    assert.equal((await second.stop()).code, 0)
  } finally {
    await stopAll()
    rmSync(dirname(place), { recursive: true, force: true })
  }
})

test('as root elsewhere: PostgreSQL runs as nobody, inside the data folder', { skip }, async () => {
  const data = join(open, 'data')
  const server = runStart({ LASTHASH_DATA_DIR: data })
  await server.ready()
  assert.ok(lstatSync(join(data, 'postgres')).isDirectory())
  assert.equal(ownerOfPostgres(join(data, 'postgres')), NOBODY)
  assert.equal(statSync(join(data, 'secret')).uid, 0)
  assert.equal((await server.stop()).code, 0)
})

test('as root with a umask that shuts everyone out', { skip }, async () => {
  const server = runStart(
    { LASTHASH_DATA_DIR: join(open, 'umask') },
    { through: ['bash', '-c', 'umask 077; exec "$@"', '-'] },
  )
  await server.ready()
  assert.equal((await server.stop()).code, 0)
})

test('as a plain user, who owns everything afterwards; and one who may not write is told so', { skip }, async () => {
  const home = join(open, 'home')
  mkdirSync(home)
  chownSync(home, NOBODY, NOBODY)
  const plain = { uid: NOBODY, gid: NOBODY }
  const copy = checkout(home)
  chownSync(copy, NOBODY, NOBODY)
  const server = startIn(copy, plain)
  await server.ready()
  for (const name of ['', 'postgres', 'secret', 'postgres.password', 'lasthash.lock']) {
    assert.equal(statSync(join(copy, '.lasthash', name)).uid, NOBODY, name)
  }
  assert.equal((await server.stop()).code, 0)

  const foreign = join(open, 'foreign')
  mkdirSync(foreign)
  const { code, stderr } = await runStart({ LASTHASH_DATA_DIR: foreign }, plain).ended
  assert.equal(code, 1)
  assert.equal(
    stderr,
    `The data folder ${foreign} cannot be written to: mend its permissions, or set LASTHASH_DATA_DIR to another place.\n`,
  )
})

function needsRoot(): string | false {
  if (process.env.LASTHASH_TEST_ALL !== '1') return 'copies the checkout into /root: npm run test:all'
  return process.getuid?.() === 0 ? false : 'only root may be other users'
}
