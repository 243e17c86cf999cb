import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { Webhook } from 'standardwebhooks'
import { BIN, runCli } from '../packages/cli/test/run-cli.ts'
import { startWorker, type Worker } from '../packages/platform/src/worker.ts'
import { type Json, startApi, type TestApi } from '../packages/platform/test/test-api.ts'
import { createTestContext, type TestContext } from '../packages/platform/test/test-context.ts'
import { until } from '../packages/platform/test/until.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-cli-server-'))
const config = join(folder, 'settings', 'config.json')
let world: TestContext
let api: TestApi
let worker: Worker
let key: string

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  worker = await startWorker(world.context)
  const live = await world.organization('enterprise')
  key = (await api.ask(live.key, 'POST', '/v1/api-keys', { name: 'Command line', mode: 'test' }, 201)).key
})
after(async () => {
  await worker.stop()
  await api.close()
  await world.close()
  rmSync(folder, { recursive: true })
})

const env = { LASTHASH_CONFIG: config }
const run = (...words: string[]) => runCli(words, { env })
async function json(...words: string[]): Promise<Json> {
  const { code, stdout, stderr } = await run(...words, '--json')
  assert.equal(code, 0, stderr)
  return JSON.parse(stdout)
}

test('login keeps server and key for their owner only, when the server knows the key', async () => {
  const asked = ['login', '--server', api.base, '--key-stdin']
  const wrong = await runCli(asked, { env, input: `lh_test_${'x'.repeat(36)}\n` })
  assert.equal(wrong.code, 2)
  assert.match(wrong.stderr, /refused \(401\)/)
  const nobody = await runCli(['login', '--server', api.base], { env })
  assert.match(nobody.stderr, /Nobody can be asked for the key here: pipe it in, with --key-stdin/)
  const right = await runCli(asked, { env, input: `${key}\n` })
  assert.deepEqual([right.code, right.stdout], [0, ''])
  assert.match(right.stderr, /Kept in .*config\.json as profile default\./)
  assert.equal(statSync(config).mode & 0o777, 0o600)
  assert.equal(statSync(join(folder, 'settings')).mode & 0o777, 0o700)
  const doctor = JSON.parse((await run('doctor', '--json')).stdout)
  const of = (name: string) => doctor.checks.find((one: Json) => one.name === name)
  assert.equal(of('server').status, 'ok')
  assert.equal(of('key').status, 'ok')
  assert.match(of('profiles').detail, /^default; in use: default/)
})

test('a profile’s key goes to its own server only; the environment wins', async () => {
  const elsewhere = await run('websites', '--server', 'http://127.0.0.1:9')
  assert.match(elsewhere.stderr, /127\.0\.0\.1:9 needs an API key/)
  const other = await runCli(['websites'], { env: { ...env, LASTHASH_API_KEY: 'not-a-key' } })
  assert.match(other.stderr, /refused \(401\)/)
  const unknown = await run('websites', '--profile', 'defualt')
  assert.deepEqual(
    [unknown.code, unknown.stderr],
    [2, 'lasthash: There is no profile "defualt". Did you mean default?\n'],
  )
})

test('websites, by id or address', async () => {
  const added = await json('websites', 'add', 'https://clean.lasthash.test', '--tag', 'shop', '--criticality', 'high')
  assert.deepEqual([added.tags, added.criticality], [['shop'], 'high'])
  assert.equal((await json('websites', 'show', 'clean.lasthash.test')).id, added.id)
  assert.ok((await json('websites', '--tag', 'shop')).data.some((one: Json) => one.id === added.id))
  const table = await run('websites')
  assert.match(table.stdout, /^ID +URL +SCORE +GRADE +OPEN +VERIFIED\n/)
  assert.match(table.stdout, /ws_1234567890 +https:\/\/vulnerable\.lasthash\.test\/ +85 +B +0\/2\/5\/8 +no/)
  const proof = await json('websites', 'verify', added.id, '--method', 'dns')
  assert.equal(proof.record.place, '_lasthash.clean.lasthash.test')
  const unasked = await run('websites', 'remove', added.id)
  assert.match(unasked.stderr, /Remove ws_\w+ with its scans and vulnerabilities\? Say so by --yes/)
  assert.equal((await run('websites', 'remove', added.id, '--yes')).code, 0)
  const gone = await run('websites', 'show', 'clean.lasthash.test')
  assert.match(gone.stderr, /No website is registered for clean\.lasthash\.test/)
})

test('scans and what they found', async () => {
  const scanned = await run(
    'scan',
    'https://vulnerable.lasthash.test',
    '--profile',
    'default',
    '--fail-on',
    'high',
    '-q',
  )
  assert.deepEqual([scanned.code, scanned.stderr], [1, 'The gate failed: 2 findings of severity high or worse.\n'])
  const { data } = await json('scans', 'list', '--website', 'https://vulnerable.lasthash.test', '--limit', '1')
  assert.equal(data[0].security_score, 85)
  assert.match((await run('scans', 'show', data[0].id)).stdout, /^score +85 \(B\)$/m)
  assert.match((await run('scans', 'diff', 'scan_xyz123', data[0].id)).stdout, /Nothing has changed/)
  const sarif = await run('scans', 'report', data[0].id, '--format', 'sarif')
  assert.equal(JSON.parse(sarif.stdout).version, '2.1.0')
  assert.equal((await json('vulnerabilities', 'of', data[0].id, '--all')).data.length, 15)
  const page = await run('vulnerabilities', 'of', data[0].id, '--limit', '2')
  assert.equal(page.stdout.trim().split('\n').length, 3)
  assert.match(page.stderr, /There are more/)
  assert.equal((await run('scans', 'show', 'scan_none')).code, 2)
})

test('vulnerabilities are decided about, assigned, commented and verified', async () => {
  const shown = await run('vulnerabilities', 'show', 'vuln_abc123')
  assert.match(shown.stdout, /^title +Outdated WordPress Core$/m)
  assert.match((await run('vulnerabilities', 'accept', 'vuln_abc123')).stderr, /Say why/)
  const accepted = await json('vulnerabilities', 'accept', 'vuln_abc123', '--reason', 'Behind the VPN')
  assert.equal(accepted.status, 'accepted_risk')
  assert.equal((await json('vulnerabilities', 'reopen', 'vuln_abc123')).status, 'open')
  assert.equal((await json('vulnerabilities', 'assign', 'vuln_abc123', 'ann@example.com')).assignee, 'ann@example.com')
  assert.match((await run('vulnerabilities', 'comment', 'vuln_abc123', 'Soon')).stdout, /^cmt_\w+ is written/)
  const verified = await run('vulnerabilities', 'verify', 'vuln_abc123')
  assert.equal(verified.code, 1)
  assert.match(verified.stdout, /^result +still there$/m)
})

test('reports are made, written to a file, shared and removed', async () => {
  assert.match((await run('reports', 'create')).stderr, /Say of what: --website, --scan, --group or --tag/)
  const file = join(folder, 'report.pdf')
  const made = await run('reports', 'create', '--scan', 'scan_xyz123', '--output', file)
  assert.deepEqual([made.code, made.stdout], [0, ''], made.stderr)
  assert.match(readFileSync(file, 'latin1'), /^%PDF-/)
  const { data } = await json('reports', 'list', '--kind', 'technical')
  assert.deepEqual([data[0].status, data[0].scan_id], ['done', 'scan_xyz123'])
  assert.match((await run('reports', 'download', data[0].id)).stdout, /^%PDF-/)
  assert.match((await run('reports', 'share', data[0].id)).stdout, /^https?:\/\/\S+\/shared\/lnk_\S+ {2}\(until /)
  assert.equal((await run('reports', 'remove', data[0].id, '--yes')).code, 0)
})

test('an assistant works on the server by the official client, and changes nothing', async (t) => {
  const client = new Client({ name: 'test', version: '1' })
  const settings = { PATH: process.env.PATH!, LASTHASH_CONFIG: config }
  const command = { command: process.execPath, args: [BIN, 'mcp'], env: settings, stderr: 'ignore' as const }
  await client.connect(new StdioClientTransport(command))
  t.after(() => client.close())
  const said = async (name: string, given: Record<string, string> = {}) => {
    const { content } = await client.callTool({ name, arguments: given }, undefined, { timeout: 120_000 })
    return (content as { text: string }[]).map(({ text }) => text).join('\n')
  }
  assert.match(await said('list_websites'), /"id": "ws_1234567890"/)
  assert.match(
    await said('get_scan', { scan_id: 'scan_xyz123' }),
    /^scan_xyz123: full scan, score 85 \(B\); 0 critical, 2 high/,
  )
  assert.match(await said('list_vulnerabilities', { scan_id: 'scan_xyz123', severity: 'high' }), /^2 vulnerabilities\./)
  assert.match(await said('explain', { vulnerability_id: 'vuln_abc123' }), /Update to WordPress/)
  assert.match(await said('report', { scan_id: 'scan_xyz123' }), /## LastHash: 85 \(B\)/)
  assert.match(await said('get_scan', { scan_id: 'scan_none' }), /refused \(404\)/)
})

test('schedules and monitors come, rest and go', async () => {
  assert.match((await run('schedules', 'add', 'ws_1234567890')).stderr, /Say when/)
  const schedule = await json(
    'schedules',
    'add',
    'https://vulnerable.lasthash.test',
    '--every',
    'daily',
    '--type',
    'quick',
  )
  assert.equal((await json('schedules', 'pause', schedule.id)).enabled, false)
  assert.match(
    (await run('schedules')).stdout,
    new RegExp(`^${schedule.id} +ws_1234567890 +daily \\(UTC\\) +quick +no`, 'm'),
  )
  assert.equal((await run('schedules', 'remove', schedule.id, '-y')).code, 0)
  const monitor = await json('monitors', 'add', 'ws_1234567890', 'uptime', '--interval', '60')
  assert.equal((await json('monitors', 'pause', monitor.id)).enabled, false)
  assert.match((await run('monitors')).stdout, new RegExp(`^${monitor.id} +ws_1234567890 +uptime`, 'm'))
  assert.equal((await run('monitors', 'remove', monitor.id, '-y')).code, 0)
})

test('events come to an address of this machine, signed; what happened meanwhile is not lost', async (t) => {
  const heard: { headers: IncomingHttpHeaders; body: string; type: string }[] = []
  const receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    heard.push({ headers: request.headers, body, type: JSON.parse(body).type })
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  t.after(() => receiver.close())
  const to = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const hears = (type: string) => until(() => heard.some((one) => one.type === type), 60_000)

  const listening = async (more: string[], meanwhile: () => Promise<unknown>) => {
    let ready = ''
    const ended = await runCli(['webhooks', 'listen', '--forward-to', to, ...more], {
      env,
      during: (child) => {
        child.stderr!.on('data', (text) => {
          const wasReady = ready.includes('Forwarding')
          ready += text
          if (!wasReady && ready.includes('Forwarding')) void meanwhile().finally(() => child.kill('SIGINT'))
        })
      },
    })
    assert.equal(ended.code, 0, ended.stderr)
    return ended
  }
  const first = await listening([], async () => {
    const told = await run('trigger', 'scan.completed')
    assert.match(told.stdout, /^scan\.completed {2}evt_\w+\n$/)
    await hears('scan.completed')
  })
  assert.match(first.stdout, /^\S+Z {2}scan\.completed +evt_\w+ {2}→ 204$/m)
  const secret = /signed with (whsec_\S+)/.exec(first.stderr)![1]!
  for (const { body, headers } of heard) new Webhook(secret).verify(body, headers as Record<string, string>)
  assert.equal(new Set(heard.map(({ headers }) => headers['webhook-id'])).size, heard.length, 'each once')

  const last = /--after (evt_\w+)/.exec(first.stderr)![1]!
  await run('trigger', 'website.created')
  const second = await listening(['--after', last, '--event', 'website.created'], () => hears('website.created'))
  assert.match(second.stderr, new RegExp(secret.replaceAll('+', '\\+')), 'the secret stays')
  assert.equal(heard.filter(({ type }) => type === 'website.created').length, 1)
})

test('events are made in all the ways that there are', async () => {
  await json('webhooks', 'add', 'http://127.0.0.1:9/hook', '--event', 'alert.opened')
  const types = ['scan.failed', 'vulnerability.detected', 'vulnerability.accepted', 'score.improved', 'api_key.revoked']
  for (const type of [...types, 'webhook.test']) assert.equal((await json('trigger', type)).type, type)
  const wrong = await run('trigger', 'scan.complete')
  assert.match(wrong.stderr, /"scan\.complete" cannot be triggered\. Did you mean scan\.completed\?/)
})

test('no key is ever repeated', async () => {
  for (const words of [['login', key], ['websites', 'show', key], [key]]) {
    const { code, stdout, stderr } = await run(...words)
    assert.equal(code, 2)
    assert.ok(!(stdout + stderr).includes(key), stderr)
  }
})

test('logout forgets', async () => {
  assert.equal((await run('logout')).code, 0)
  assert.match((await run('websites')).stderr, /Say which LastHash server/)
})
