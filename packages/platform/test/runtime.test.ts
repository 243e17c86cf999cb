// The Node.js of the machine may be too old: then the one that npm ci brought along runs the service, or one sentence says
// what to do.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runStart, stopAll } from './run-start.ts'
import { until } from './until.ts'

const BIN = join(import.meta.dirname, '../bin')
const OLD = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })\n`

let folder: string
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'lasthash-runtime-'))
  chmodSync(folder, 0o755)
})
after(async () => {
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

/** Makes Node.js believe that it is what `lines` say, in this process only. */
function pretending(lines: string): string[] {
  const file = join(folder, `${lines.length}.cjs`)
  writeFileSync(file, lines)
  return ['-r', file]
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`an old Node.js runs the service under the one that came along, and hands ${signal} on`, async () => {
    const data = join(folder, 'data')
    const server = runStart({ LASTHASH_DATA_DIR: data }, { node: pretending(OLD) })
    await server.ready()
    const holder = JSON.parse(readFileSync(join(data, 'lasthash.lock'), 'utf8')) as { pid: number }
    assert.notEqual(holder.pid, server.pid, 'a process below it')
    assert.deepEqual(await server.stop(signal), { code: 0, stdout: server.stdout(), stderr: '' })
    await until(() => !existsSync(join(data, 'postgres/postmaster.pid')))
  })
}

test('an old Node.js hands on how it ended', async () => {
  const { code, stderr } = await runStart({ PORT: 'none' }, { node: pretending(OLD) }).ended
  assert.deepEqual([code, stderr], [1, 'PORT is “none”: it takes a whole number from 0 to 65535.\n'])
})

test('an old Node.js where none came along: one sentence, exit code 1', async () => {
  const node = pretending(`${OLD}Object.defineProperty(process, 'arch', { value: 'mips' })\n`)
  const { code, stdout, stderr } = await runStart({}, { node }).ended
  assert.deepEqual([code, stdout], [1, ''])
  assert.equal(
    stderr,
    'LastHash needs Node.js 24 and this is 20.20.2: run npm ci without --omit=optional, which brings it along where it can, or install it from https://nodejs.org, and start again.\n',
  )
})

test('before npm ci: one sentence', async () => {
  const bare = join(folder, 'bare/packages/platform')
  mkdirSync(bare, { recursive: true })
  cpSync(join(BIN, '..', 'src'), join(bare, 'src'), { recursive: true })
  cpSync(BIN, join(bare, 'bin'), { recursive: true })
  writeFileSync(join(bare, 'package.json'), readFileSync(join(BIN, '../package.json')))
  const { code, stdout, stderr } = await runStart({}, { bin: join(bare, 'bin/start.cjs') }).ended
  assert.deepEqual([code, stdout], [1, ''])
  assert.match(stderr, /^A part of LastHash is missing \(.+\): run npm ci and start again\.\n$/)
})

test('the system’s own old Node.js, where there is one, understands the start script', {
  skip: oldNode() === null && 'there is no older Node.js here',
}, async () => {
  const { status, stderr } = spawnSync(oldNode()!, [join(BIN, 'start.cjs')], {
    encoding: 'utf8',
    env: { ...process.env, PORT: 'none' },
  })
  assert.deepEqual([status, stderr], [1, 'PORT is “none”: it takes a whole number from 0 to 65535.\n'])
})

/** A node on the PATH that is older than ours. */
function oldNode(): string | null {
  for (const place of (process.env.PATH ?? '').split(':')) {
    const node = join(place, 'node')
    if (!existsSync(node)) continue
    const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
    if (Number.parseInt(stdout, 10) < 24) return node
  }
  return null
}
