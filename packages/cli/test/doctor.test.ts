import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { nodeOf } from '../src/doctor-checks.ts'
import { serveHttp } from './http-server.ts'
import { runCli } from './run-cli.ts'

interface Diagnosis {
  ok: boolean
  checks: { name: string; status: string; detail: string; remedy: string | null }[]
}

async function diagnosis(env: Record<string, string>): Promise<Diagnosis & { code: number | null }> {
  const { code, stdout } = await runCli(['doctor', '--json'], { env })
  return { code, ...(JSON.parse(stdout) as Diagnosis) }
}

test('which Node.js will do', () => {
  for (const version of ['22.18.0', '24.1.0']) assert.equal(nodeOf(version).status, 'ok')
  for (const version of ['22.17.9', '20.20.2']) assert.equal(nodeOf(version).status, 'missing')
})

test('what is missing is said, each with what to do about it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-doctor-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'config.json')
  writeFileSync(file, '{"current": "a", "profiles": {}}', { mode: 0o644 })
  const { code, ok, checks } = await diagnosis({
    CHROME_PATH: join(folder, 'none'),
    LASTHASH_DNS_SERVERS: '127.0.0.1:9',
    LASTHASH_DATA_DIR: join(file, 'data'),
    LASTHASH_CONFIG: file,
  })
  assert.deepEqual([code, ok], [1, false])
  const of = (name: string) => checks.find((one) => one.name === name)!
  assert.deepEqual(
    [of('Chromium').status, of('Chromium').detail],
    ['warning', `there is nothing at CHROME_PATH (${join(folder, 'none')})`],
  )
  assert.match(of('Chromium').remedy!, /apt-get install chromium/)
  assert.equal(of('DNS').status, 'warning')
  assert.match(of('profiles').detail, /can be read by others: chmod 600/)
  for (const { status, remedy, name } of checks) assert.ok(status === 'ok' || remedy, name)
})

test('the server and its key', async (t) => {
  const server = await serveHttp(t, (request, response) => {
    const known = request.url === '/readyz' || request.headers.authorization === 'Bearer good-key'
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' }).end('{"data": []}')
  })
  const of = async (env: Record<string, string>) => {
    const { checks } = await diagnosis(env)
    return Object.fromEntries(checks.map(({ name, status }) => [name, status]))
  }
  const good = await of({ LASTHASH_BASE_URL: server, LASTHASH_API_KEY: 'good-key' })
  assert.deepEqual([good.server, good.key], ['ok', 'ok'])
  const wrong = await of({ LASTHASH_BASE_URL: server, LASTHASH_API_KEY: 'bad-key' })
  assert.deepEqual([wrong.server, wrong.key], ['ok', 'missing'])
  const none = await of({ LASTHASH_BASE_URL: 'http://127.0.0.1:9', LASTHASH_API_KEY: 'good-key' })
  assert.equal(none.server, 'missing')
  const nothing = await of({})
  assert.deepEqual(
    [nothing.server, nothing.key],
    [undefined, undefined],
    'without a server there is nothing to look at',
  )
})

test('for people: one line each, the remedy below it, no colours in a pipe', async () => {
  const { stdout } = await runCli(['doctor'], { env: { CHROME_PATH: '/none' } })
  assert.match(stdout, /^ok {7}Node\.js +\d+\.\d+\.\d+$/m)
  assert.match(stdout, /^note {5}Chromium +there is nothing.*\n +Without it pages are read/m)
  assert.ok(!stdout.includes('\x1b'))
})
