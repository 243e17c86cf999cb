import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { ScanDocument } from '@lasthash/scanner/report/document'
import { faultySite, serveHttp } from './http-server.ts'
import { BIN, runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-cli-'))
after(() => rmSync(folder, { recursive: true }))

const QUICK = ['--allow-private', '--type', 'quick']

test('text: the result on stdout, the rest on stderr, no colours in a pipe', async (t) => {
  const site = await serveHttp(t, faultySite)
  const { code, stdout, stderr } = await runCli(['scan', site, ...QUICK])
  assert.equal(code, 0)
  assert.match(stdout, /Score {2}\d+\/100/)
  assert.match(stdout, /X-Powered-By/)
  assert.ok(!stdout.includes('\x1b'))
  assert.equal(stderr, `Scanning ${site} (quick)\n`)
})

test('json: the API’s own objects, whose counts and score add up', async (t) => {
  const site = await serveHttp(t, faultySite)
  const env = { LASTHASH_ALLOW_PRIVATE_TARGETS: '1' }
  const { code, stdout, stderr } = await runCli(['scan', site, '--format', 'json', '--quiet'], { env })
  assert.deepEqual([code, stderr], [0, ''])
  const { scan, vulnerabilities, coverage } = JSON.parse(stdout) as ScanDocument
  assert.equal(scan.status, 'done')
  assert.equal(scan.scan_type, 'full', 'the type without --type')
  assert.equal(scan.url, `${site}/`)
  assert.match(scan.id, /^scan_[0-9a-z]{26}$/)
  assert.ok(vulnerabilities.length > 3)
  for (const severity of ['critical', 'high', 'medium', 'low', 'info'] as const) {
    const counted = vulnerabilities.filter((one) => one.severity === severity && one.confidence !== 'tentative').length
    assert.equal(scan.vulnerabilities[severity], counted)
  }
  assert.ok(vulnerabilities.some(({ severity }) => severity === 'info'))
  assert.ok(coverage!.checks.some(({ status }) => status === 'passed'))
})

for (const [format, beginning] of [
  ['sarif', /^\{\n {2}"\$schema": ".*sarif-schema-2\.1\.0\.json"/],
  ['junit', /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /],
  ['html', /^<!doctype html>\n<html lang="en">/],
  ['pdf', /^%PDF-1\.7/],
  ['csv', /^\ufeffid,website_id,website,severity,/],
  ['gitlab', /^\{\n {2}"version": "15\.2\.1",\n {2}"scan": \{/],
  ['markdown', /^## LastHash: \d+ \(/],
] as const) {
  test(`${format} on stdout, and nothing else`, async (t) => {
    const site = await serveHttp(t, faultySite)
    const { code, stdout } = await runCli(['scan', site, ...QUICK, '--format', format])
    assert.equal(code, 0)
    assert.match(stdout, beginning)
  })
}

test('--output takes the result; it is there also when the gate fails', async (t) => {
  const site = await serveHttp(t, faultySite)
  const file = join(folder, 'result.json')
  const gate = ['--fail-on', 'low', '--min-score', '100']
  const ended = await runCli(['scan', site, ...QUICK, '--format', 'json', '--output', file, ...gate])
  assert.equal(ended.code, 1)
  assert.equal(ended.stdout, '')
  assert.match(
    ended.stderr,
    new RegExp(
      `The result is in ${file}\\.\nThe gate failed: \\d+ findings of severity low or worse\\. The score is \\d+, below 100\\.\n$`,
    ),
  )
  assert.equal((JSON.parse(readFileSync(file, 'utf8')) as ScanDocument).scan.status, 'done')
})

test('a website that cannot be reached is tried again, as often as was asked for, and then it could not be run', async (t) => {
  let tries = 0
  const site = await serveHttp(t, (request, response) => {
    if (request.url === '/' && ++tries === 1) request.socket.destroy()
    else faultySite(request, response)
  })
  const again = await runCli(['scan', site, ...QUICK, '--retries', '2'])
  assert.equal(again.code, 0, again.stderr)
  const gone = await runCli(['scan', 'http://127.0.0.1:9', ...QUICK, '--retries', '1', '--fail-on', 'low'])
  assert.equal(gone.code, 2)
  assert.match(gone.stderr, /One more try, in 2 s\.\n/)
})

test('a deployment that does not come up in time could not be scanned', async (t) => {
  const site = await serveHttp(t, (_, response) => response.writeHead(503).end())
  const { code, stderr } = await runCli(['scan', site, ...QUICK, '--wait-for-url', site, '--wait-timeout', '1'])
  assert.equal(code, 2)
  assert.match(stderr, /was not up within 1 s: it answers 503\./)
})

test('a baseline lets pass what was there, and nothing that is new', async (t) => {
  let headers: Record<string, string> = {}
  const site = await serveHttp(t, (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    faultySite(request, response)
  })
  const before = await runCli(['scan', site, ...QUICK, '--format', 'json'])
  const file = join(folder, 'before.json')
  writeFileSync(file, before.stdout)
  const again = ['scan', site, ...QUICK, '--baseline', file, '--quiet']
  assert.equal((await runCli([...again, '--fail-on', 'info'])).code, 0, 'nothing is new')
  headers = {
    'access-control-allow-origin': '*',
    'strict-transport-security': 'max-age=1',
    'set-cookie': 'sid=0a1b2c3d4e5f60718293a4b5',
  }
  const worse = await runCli([...again, '--fail-on', 'info'])
  assert.equal(worse.code, 1)
  assert.match(worse.stderr, /^The gate failed: \d+ new findings? of severity info or worse\.\n$/)
})

test('a baseline of another scan type is told', async (t) => {
  const site = await serveHttp(t, faultySite)
  const file = join(folder, 'full.json')
  writeFileSync(file, (await runCli(['scan', site, '--allow-private', '--format', 'json'])).stdout)
  const { code, stderr } = await runCli(['scan', site, ...QUICK, '--baseline', file])
  assert.equal(code, 0)
  assert.match(stderr, /The baseline is of a full scan and this was a quick one/)
  assert.match(stderr, /Since the baseline: 0 new, \d+ fixed, \d+ not tested again\./)
})

for (const [what, args, message] of [
  ['nothing listens there', ['http://127.0.0.1:9/', '--allow-private'], /cannot be scanned: .*refused the connection/],
  ['a private address', ['http://127.0.0.1/'], /not an address on the public internet.*--allow-private/],
  ['no URL', ['http://', '--allow-private'], /^lasthash: \S/],
  ['an active scan', ['https://example.com', '--type', 'active'], /Active scans attack the website.*--type full/],
  ['a misspelt option', ['https://example.com', '--fail-onn', 'high'], /Did you mean --fail-on\?/],
  [
    'a folder to write to that is not there',
    ['https://example.com', '-o', '/none/result'],
    /cannot be written to \/none\/result/,
  ],
  ['a folder as the file', ['https://example.com', '-o', folder], /cannot be written to .*: it is a folder/],
  ['no baseline', ['https://example.com', '--baseline', '/none.json'], /There is no file \/none\.json/],
] as const) {
  test(`exit code 2, and why, on stderr alone: ${what}`, async () => {
    const { code, stdout, stderr } = await runCli(['scan', '--quiet', ...args])
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(stderr, message)
    assert.ok(stderr.startsWith('lasthash: ') && !stderr.includes('    at '), stderr)
  })
}

test('a wrong list of DNS servers is told', async () => {
  const { code, stderr } = await runCli(['scan', 'example.com'], { env: { LASTHASH_DNS_SERVERS: 'nine.nine' } })
  assert.equal(code, 2)
  assert.match(stderr, /LASTHASH_DNS_SERVERS takes addresses.*"nine\.nine"/)
})

test('a reader who has seen enough is no fault', async (t) => {
  const site = await serveHttp(t, faultySite)
  const ended = await runCli(['scan', site, ...QUICK, '--format', 'json'], {
    during: ({ stdout }) => stdout!.destroy(),
  })
  assert.deepEqual([ended.code, ended.stderr], [0, `Scanning ${site} (quick)\n`])
})

test('a stdout that takes nothing is', { skip: process.platform !== 'linux' && 'needs /dev/full' }, async (t) => {
  const site = await serveHttp(t, faultySite)
  const shell = spawn('sh', ['-c', `"$0" "$@" > /dev/full`, process.execPath, BIN, 'scan', site, ...QUICK], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  shell.stderr!.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const code = await new Promise((resolve) => shell.on('close', resolve))
  assert.equal(code, 2)
  assert.match(stderr, /lasthash: The result cannot be written to stdout: .*ENOSPC/)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends a scan soon, with 2 and without a result`, async (t) => {
    let stopped = 0
    let child: import('node:child_process').ChildProcess | undefined
    const site = await serveHttp(t, () => {
      // Never answered. The scan is under way now, so that there is something to stop.
      if (stopped > 0) return
      stopped = Date.now()
      child!.kill(signal)
    })
    const ended = await runCli(['scan', site, ...QUICK], {
      during: (started) => {
        child = started
      },
    })
    assert.ok(stopped > 0 && Date.now() - stopped < 15_000, `${Date.now() - stopped} ms`)
    assert.equal(ended.code, 2)
    assert.equal(ended.stdout, '')
    assert.match(ended.stderr, /lasthash: Stopped\.\n$/)
  })
}

test('--timeout: what is there by then is judged, and a start page that is not is told', async (t) => {
  const site = await serveHttp(t, () => {})
  const { code, stderr, took } = await runCli(['scan', site, ...QUICK, '--timeout', '1'])
  assert.equal(code, 2)
  assert.match(stderr, /cannot be scanned: .*time limit/)
  assert.ok(took < 30_000, `${took} ms`)
})
