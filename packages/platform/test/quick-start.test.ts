import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Running, runStart, stopAll } from './run-start.ts'
import { until } from './until.ts'

const ALL = process.env.LASTHASH_TEST_ALL === '1'
const TOOLS = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0)
const skip = !ALL && !TOOLS && 'needs bash and curl'
const PORT = /\b4000\b/g // the receiver's on the page; here it is whichever is free

/** Every block of the page, in order, with its language. */
const page = readFileSync(join(import.meta.dirname, '../../../docs/quick-start.md'), 'utf8')
const blocks = [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language, code]) => ({ language, code: code! }))

let folder: string
let server: Running
let receiver: ChildProcess | undefined
before(() => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'lasthash-quick-start-'))
  // As root, PostgreSQL runs as another user, who has to get in.
  chmodSync(folder, 0o755)
})
after(async () => {
  if (skip) return
  receiver?.kill()
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

/** What the receiver has printed. */
let heard = ''
let port = ''

/** Runs in one folder, as a reader's second terminal does; what it exports is kept for the next. */
function run(code: string): string {
  const kept = join(folder, 'exported')
  const script = `set -euo pipefail; [ ! -f ${kept} ] || source ${kept}\n${code}\nexport -p > ${kept}`
  const env = { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env.PATH}` }
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    env,
  })
  assert.equal(status, 0, `${code}\n${stdout}\n${stderr}`)
  return stdout
}

const steps: { block: RegExp; does: (code: string) => Promise<void> | void }[] = [
  {
    block: /^npm ci\nLASTHASH_ALLOW_PRIVATE_TARGETS=1 npm start$/,
    async does() {
      server = runStart({
        LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
        LASTHASH_DATA_DIR: join(folder, 'data'),
        LASTHASH_FEED_UPDATES: 'off',
      })
      await server.ready()
    },
  },
  {
    block: /^export LASTHASH_BASE_URL=http:\/\/127\.0\.0\.1:8080\nexport LASTHASH_API_KEY=…\nexport WEBSITE=https:\S+$/,
    async does(code) {
      const base = await server.ready()
      const key = /^API key, shown this once: (\S+)$/m.exec(server.stdout())?.[1]
      assert.ok(key, server.stdout())
      // The website is the one that is here: LastHash itself.
      run(
        code
          .replace('http://127.0.0.1:8080', base)
          .replace('…', key)
          .replace(/(?<=WEBSITE=).*/, base),
      )
    },
  },
  {
    block: /\/v1\/scans".*\| tee scan\.json$/s,
    does(code) {
      const scan = JSON.parse(run(code))
      assert.equal(scan.status, 'done')
      assert.equal(typeof scan.security_score, 'number')
      assert.match(scan.report_url, /\/reports\/scan_/)
      assert.deepEqual(
        Object.keys(scan.vulnerabilities).sort(),
        ['critical', 'high', 'info', 'low', 'medium'].filter((name) => name in scan.vulnerabilities),
      )
    },
  },
  {
    block: /^SCAN=.*\/vulnerabilities"/s,
    does(code) {
      assert.match(run(code), /^(?:critical|high|medium|low|info) {2}\S.+$/m)
      const [{ description, remediation, proof }] = JSON.parse(
        readFileSync(join(folder, 'found.json'), 'utf8'),
      ).vulnerabilities
      assert.ok(description && remediation && proof)
    },
  },
  {
    block: /^import .*createServer/s,
    does(code) {
      const announced = "() => console.log('listening')"
      assert.ok(code.includes(announced))
      const text = code
        .replace(PORT, '0')
        .replace(announced, "function () { console.log('listening', this.address().port) }")
      writeFileSync(join(folder, 'receiver.mjs'), text)
    },
  },
  {
    block: /^WEBHOOK_SECRET=\S+ node receiver\.mjs$/,
    async does(code) {
      const [, WEBHOOK_SECRET] = /=(\S+)/.exec(code)!
      receiver = spawn(process.execPath, ['receiver.mjs'], {
        cwd: folder,
        env: { ...process.env, WEBHOOK_SECRET },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      receiver.stdout!.setEncoding('utf8').on('data', (text) => {
        heard += text
      })
      await until(() => /listening \d+/.test(heard))
      port = /listening (\d+)/.exec(heard)![1]!
    },
  },
  {
    block: /\/v1\/webhooks"/,
    does(code) {
      assert.match(JSON.parse(run(code.replace(PORT, port))).id, /^wh_/)
    },
  },
  {
    block: /\/v1\/scans"/,
    async does(code) {
      const { security_score } = JSON.parse(run(code))
      await until(() => heard.includes('verified'))
      assert.match(heard, new RegExp(`^verified: scan\\.completed, score ${security_score}$`, 'm'))
    },
  },
]

test('the quick start can be followed word by word, to a verified webhook', { skip }, async () => {
  assert.equal(blocks.length, steps.length, 'every block has its step')
  for (const [index, { block, does }] of steps.entries()) {
    const { code } = blocks[index]!
    assert.match(code.trim(), block)
    await does(code.trim())
  }
  // What the page says of forgeries holds.
  const forged = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': 'v1,AAAA',
    },
    body: '{}',
  })
  assert.equal(forged.status, 401)
})
