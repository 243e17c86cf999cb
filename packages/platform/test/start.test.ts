import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { loadSecret } from '../src/secrets.ts'
import { noProc } from './processes.ts'
import { runStart, stopAll } from './run-start.ts'

const CURL = /^ {2}curl -X POST (\S+)\/v1\/scans -H '(.+?)' -H "(.+?)" -d '(.+?)'$/m
const WITHOUT_STACK = /^(?!.*\n\s+at )/s

let folder: string
let data: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasthash-start-'))
  // As root, PostgreSQL runs as another user, who has to get in.
  chmodSync(folder, 0o755)
  data = join(folder, 'data')
})
after(async () => {
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

test('the first start prints address, key, a curl line that works and where the docs are; then it is quiet', async () => {
  const server = runStart({ LASTHASH_DATA_DIR: data, LASTHASH_ALLOW_PRIVATE_TARGETS: '1' })
  const base = await server.ready()
  assert.match(base, /^http:\/\/127\.0\.0\.1:\d+$/)
  const said = server.stdout()
  assert.ok(said.startsWith(`LastHash is ready: ${base}\n`), said)
  const key = /^API key, shown this once: (lh_live_\w{36})$/m.exec(said)?.[1]
  assert.ok(key, said)
  assert.match(said, new RegExp(`^Docs: ${base}/docs/start, with a playground at ${base}/docs$`, 'm'))
  const setup = /^Your own account, to log in with: (\S+)$/m.exec(said)?.[1]
  assert.ok(setup?.startsWith(`${base}/setup?token=`), said)
  assert.equal((await fetch(setup!)).status, 200)
  assert.equal((await fetch(`${base}/docs`)).status, 200)
  assert.equal((await fetch(`${base}/readyz`)).status, 200)
  const { servers } = (await (await fetch(`${base}/openapi.json`)).json()) as { servers: { url: string }[] }
  assert.deepEqual(servers, [{ url: base }])

  // The line itself, with a target that is ours.
  const [, address, type, authorization, body] = CURL.exec(said) ?? assert.fail(said)
  assert.equal(authorization, `Authorization: Bearer ${key}`)
  const headers = Object.fromEntries([type!, authorization!].map((one) => one.split(': ') as [string, string]))
  const target = { ...JSON.parse(body!), url: base }
  const scan = await fetch(`${address}/v1/scans`, { method: 'POST', headers, body: JSON.stringify(target) })
  assert.equal(scan.status, 202)
  const { report_url } = (await scan.json()) as { report_url: string }
  assert.ok(report_url.startsWith(`${base}/reports/scan_`), report_url)

  const { code, stdout, stderr } = await server.stop()
  assert.deepEqual([code, stderr], [0, ''])
  assert.equal(stdout, said, 'nothing after the welcome')
})

test('later starts show no key and leave it valid; LASTHASH_API_KEY is put into the curl line as a variable', async () => {
  const server = runStart({ LASTHASH_DATA_DIR: data, LASTHASH_API_KEY: 'a-key-of-twenty-characters' })
  const base = await server.ready()
  assert.doesNotMatch(server.stdout(), /lh_live_|a-key-of/)
  assert.match(server.stdout(), /Bearer \$LASTHASH_API_KEY"/)
  const answer = await fetch(`${base}/v1/websites`, { headers: { authorization: 'Bearer a-key-of-twenty-characters' } })
  assert.equal(answer.status, 200)
  assert.equal((await server.stop('SIGINT')).code, 0)
})

test('the data folder keeps its secrets to its owner', () => {
  for (const name of ['secret', 'postgres.password', 'postgres.log']) {
    assert.equal(statSync(join(data, name)).mode & 0o777, 0o600, name)
  }
  assert.equal(statSync(join(data, 'postgres')).mode & 0o777, 0o700)
  assert.ok(!existsSync(join(data, 'lasthash.lock')), 'the lock is let go')
})

test('a taken port: one sentence and the remedy, and no key is spent on it', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as { port: number }
  const other = join(folder, 'other')
  const { code, stdout, stderr } = await runStart({ LASTHASH_DATA_DIR: other, PORT: String(port) }).ended
  taken.close()
  assert.deepEqual(
    [code, stdout, stderr],
    [1, '', `Port ${port} of 127.0.0.1 is taken: stop what uses it, or set PORT to another.\n`],
  )
  assert.ok(!existsSync(join(other, 'postgres/postmaster.pid')), 'PostgreSQL was stopped')
  const again = runStart({ LASTHASH_DATA_DIR: other })
  await again.ready()
  assert.match(again.stdout(), /^API key, shown this once: lh_live_/m)
  await again.stop()
})

test('an address that is not ours: one sentence', async () => {
  const { code, stderr } = await runStart({ LASTHASH_DATA_DIR: data, HOST: '203.0.113.9' }).ended
  assert.equal(code, 1)
  assert.match(stderr, /^HOST is “203\.0\.113\.9”, which is no address of this machine: .+\n$/)
  assert.match(stderr, WITHOUT_STACK)
})

test('a setting that makes no sense: its name, its value, what it takes', async () => {
  const { code, stdout, stderr } = await runStart({ LASTHASH_DATA_DIR: data, PORT: 'eighty' }).ended
  assert.deepEqual([code, stdout], [1, ''])
  assert.equal(stderr, 'PORT is “eighty”: it takes a whole number from 0 to 65535.\n')
})

test('a data folder that is a file, or below one: one sentence', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const path of [file, join(file, 'below')]) {
    const { code, stderr } = await runStart({ LASTHASH_DATA_DIR: path }).ended
    assert.equal(code, 1)
    assert.match(stderr, /^The data folder \S+ is not a folder: set LASTHASH_DATA_DIR to one\.\n$/)
  }
})

const impossible = [
  ['/dev/null/x', /^The data folder \/dev\/null\/x is not a folder: set LASTHASH_DATA_DIR to one\.\n$/],
  ['/proc/x/y', /^The data folder \/proc\/x\/y cannot be made there: set LASTHASH_DATA_DIR to another place\.\n$/],
  ['/sys/x', /^The data folder \/sys\/x cannot be .+: .*set LASTHASH_DATA_DIR to another place\.\n$/],
] as const
for (const [path, says] of impossible) {
  test(`a data folder where there can be none, ${path}: one sentence`, { skip: noProc }, async () => {
    const { code, stderr } = await runStart({ LASTHASH_DATA_DIR: path }).ended
    assert.equal(code, 1)
    assert.match(stderr, says)
    // With a database of one's own the secret is what lies there.
    assert.throws(() => loadSecret(undefined, path), { code: /^E/ })
  })
}

test('another secret than the one that the installation was made with is refused', async () => {
  const { code, stderr } = await runStart({ LASTHASH_DATA_DIR: data, LASTHASH_SECRET: 'another' }).ended
  assert.equal(code, 1)
  assert.match(stderr, /^LASTHASH_SECRET is not the one .+\n$/)
})

test('a password file that is not the database’s is named', async () => {
  const file = join(data, 'postgres.password')
  const password = readFileSync(file, 'utf8')
  writeFileSync(file, 'wrong')
  const { code, stderr } = await runStart({ LASTHASH_DATA_DIR: data }).ended
  writeFileSync(file, password)
  assert.equal(code, 1)
  assert.match(stderr, /^The password in \S+postgres\.password is not the database's: .+\n$/)
  assert.ok(!existsSync(join(data, 'postgres/postmaster.pid')), 'PostgreSQL was stopped')
})
