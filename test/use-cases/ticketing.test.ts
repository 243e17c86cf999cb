// docs/ticketing.md, run from `npm start` to the issues in a tracker, and back again.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { runStart, stopAll } from '../../packages/platform/test/run-start.ts'
import { startSite, type TargetSite } from '../../packages/platform/test/target-site.ts'
import { type GitHubServer, startGitHub } from '../../packages/platform/test/trackers/github-server.ts'
import { until } from '../../packages/platform/test/until.ts'

const SCRIPT = join(import.meta.dirname, 'ticketing.ts')
const KEY = 'a-key-of-the-ticketing-use-case'
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'lasthash-ticketing-'))
// As root, PostgreSQL runs as another user, who has to get in.
chmodSync(folder, 0o755)

let github: GitHubServer
let site: TargetSite
before(async () => {
  github = await startGitHub()
  site = await startSite()
})
after(async () => {
  await stopAll()
  await site.close()
  await github.close()
  rmSync(folder, { recursive: true, force: true })
})

test('from the start of the server to one issue each, and to the comment below one that was closed by hand', async () => {
  const settings = {
    LASTHASH_API_KEY: KEY,
    LASTHASH_DATA_DIR: join(folder, 'data'),
    LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
  }
  const server = runStart(settings)
  const base = await server.ready()
  const access = { LASTHASH_BASE_URL: base, LASTHASH_API_KEY: KEY }
  const env = { ...process.env, ...access, GITHUB_API_URL: github.url, GITHUB_TOKEN: github.settings.token }
  const { stdout } = await run(process.execPath, [SCRIPT, site.url, 'acme/shop'], {
    cwd: folder,
    env,
    timeout: 300_000,
  })
  const keys = [...stdout.matchAll(/^ {3}(acme\/shop#\d+): https/gm)].map(([, key]) => key)
  assert.ok(keys.length > 0, stdout)
  assert.deepEqual([new Set(keys).size, github.issues.length], [keys.length, keys.length])
  assert.deepEqual(
    github.issues.map(({ labels }) => labels[0].name),
    keys.map(() => 'security'),
  )

  const [, hook, secret] = /webhook: \S+(\/hooks\/int_\w+), secret (whsec_\S+)/.exec(stdout)!
  const { body, headers } = github.setState('1', 'done', secret!)
  const answer = await fetch(base + hook, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
  assert.equal(answer.status, 204)
  await until(() => github.comments.some((comment) => /it is still there/.test(comment.body)), 120_000)
  await until(() => github.issues[0].state === 'open')
  assert.deepEqual(github.faults, [])
  assert.equal((await server.stop()).code, 0)
})
