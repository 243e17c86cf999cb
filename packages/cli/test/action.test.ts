import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { action, type Ran, runAction } from './action-runner.ts'
import { githubServer } from './github-server.ts'
import { faultySite, serveHttp } from './http-server.ts'

const noBash = spawnSync('bash', ['-c', 'true']).status === 0 ? false : 'there is no bash on this machine'
const ROOT = join(import.meta.dirname, '../../..')
const TOKEN = 'ghs_a-token-of-the-workflow'
const PULL = { pull_request: { number: 7 } }
const BOT = 'github-actions[bot]'
const LOCAL = { 'allow-private': 'true', 'no-browser': 'true', 'github-token': TOKEN, retries: '0' }

test('every input is handed over, and described', () => {
  const scan = action.runs.steps.find(({ id }) => id === 'scan')!
  for (const [name, { description }] of Object.entries(action.inputs)) {
    assert.match(description, /\.$/, name)
    if (name === 'upload-sarif') continue
    assert.equal(scan.env![`INPUT_${name.toUpperCase().replaceAll('-', '_')}`], `\${{ inputs.${name} }}`)
  }
  // What a workflow gives is data: in a script it would be code.
  for (const { run } of action.runs.steps) assert.ok(!run?.includes('${{'), run)
})

test('what it installs is all that the command line is made of', () => {
  const install = action.runs.steps.find(({ name }) => name === 'Install')!.run!
  assert.match(install, /--include-workspace-root/, 'the Node.js that comes along hangs on the root')
  const manifests = globSync(['packages/*/package.json', 'clients/*/package.json'], { cwd: ROOT }).map((file) => ({
    folder: dirname(file),
    ...JSON.parse(readFileSync(join(ROOT, file), 'utf8')),
  }))
  const needed = new Set(['lasthash'])
  for (const name of needed) {
    const { folder, dependencies = {} } = manifests.find((one) => one.name === name)!
    assert.match(install, new RegExp(`--workspace ${folder}\\s`))
    for (const other of Object.keys(dependencies)) if (manifests.some((one) => one.name === other)) needed.add(other)
  }
  assert.ok(needed.size > 2)
})

test('a passing scan: outputs, summary, files, SARIF upload, one comment, renewed by the next run', {
  skip: noBash,
}, async (t) => {
  const site = await serveHttp(t, faultySite)
  const stranger: [string, string] = ['mallory', '<!-- lasthash:lasthash -->\nfake: score 100']
  const github = await githubServer(t, { token: TOKEN }, [['ann', 'LGTM'], stranger])
  const env = { GITHUB_API_URL: github.url }
  const first = await runAction(t, { url: site, ...LOCAL, 'upload-sarif': 'true' }, { event: PULL, env })
  assert.deepEqual([first.code, first.failed], [0, false], first.log)
  const { outputs } = first
  assert.equal(outputs.passed, 'true')
  assert.match(outputs.score!, /^\d+$/)
  assert.match(outputs.grade!, /^[A-F]\+?$/)
  assert.equal(outputs.new, '')
  const document = JSON.parse(readFileSync(outputs['json-file']!, 'utf8'))
  assert.equal(String(document.scan.security_score), outputs.score)
  assert.equal(String(document.scan.vulnerabilities.medium), outputs.medium)
  assert.match(first.summary, new RegExp(`^## LastHash: ${outputs.score} \\(`))
  assert.deepEqual(first.used, [
    { uses: 'github/codeql-action/upload-sarif@v4', with: { sarif_file: outputs['sarif-file'], category: 'lasthash' } },
  ])
  assert.ok(existsSync(outputs['sarif-file']!))
  assert.deepEqual(
    github.comments.map(({ user }) => user.login),
    ['ann', 'mallory', BOT],
    'nobody else’s comment is touched',
  )
  const comment = github.comments[2]!
  assert.equal(comment.body, `<!-- lasthash:lasthash -->\n${first.summary}`)
  assert.equal(outputs['comment-url'], `https://github.com/acme/shop/pull/7#issuecomment-${comment.id}`)
  assert.ok(!first.log.includes(TOKEN))

  const second = await runAction(t, { url: site, ...LOCAL, 'fail-on': 'low' }, { event: PULL, env })
  assert.deepEqual([second.code, second.failed], [1, true])
  assert.equal(github.comments.length, 3)
  assert.match(comment.body, /gate failed ❌\n[\s\S]*- \d+ findings of severity low or worse\\?\./)
  assert.match(second.log, /^::error title=LastHash::The gate failed: /m)
  assert.equal(second.outputs.passed, 'false')
  assert.ok(existsSync(second.outputs['sarif-file']!), 'the result is there when the gate fails')
})

test('against the base: a website at another address is compared, only what is new fails', {
  skip: noBash,
}, async (t) => {
  const base = await serveHttp(t, faultySite)
  const preview = await serveHttp(t, (request, response) => {
    if (request.url === '/') response.setHeader('set-cookie', 'session=8f2c1d0e9b7a6c5d4e3f; Path=/')
    faultySite(request, response)
  })
  const github = await githubServer(t, { token: TOKEN })
  const env = { GITHUB_API_URL: github.url }
  const given = { ...LOCAL, 'baseline-url': base, 'fail-on': 'low' }
  const worse = await runAction(t, { url: preview, ...given }, { event: PULL, env })
  assert.equal(worse.code, 1, worse.log)
  assert.ok(Number(worse.outputs.new) >= 1)
  assert.match(
    github.comments[0]!.body,
    /\*\*Against the baseline:\*\* \d+ new, 0 fixed[\s\S]*### New\n[\s\S]*[Cc]ookie/,
  )
  const same = await runAction(t, { url: await serveHttp(t, faultySite), ...given }, { event: PULL, env })
  assert.equal(same.code, 0, same.log)
  assert.deepEqual([same.outputs.new, same.outputs.fixed], ['0', '0'])
})

const refused = (ran: Ran) => [ran.code, ran.outputs['exit-code'], ran.outputs.passed]

test('what could not be run is no failed gate: 2, and why', { skip: noBash }, async (t) => {
  const nowhere = await runAction(t, { url: 'http://127.0.0.1:9', ...LOCAL })
  assert.deepEqual(refused(nowhere), [2, '2', 'false'])
  assert.match(nowhere.log, /^::error title=LastHash could not be run::http:\/\/127\.0\.0\.1:9 cannot be scanned/m)
  assert.match(nowhere.summary, /## LastHash could not be run/)
  assert.equal(nowhere.outputs['sarif-file'], '')
  for (const [given, message] of [
    [{ type: 'fulll' }, /Did you mean full\?/],
    [{ 'allow-private': 'yes' }, /allow-private takes true or false, not "yes"/],
    [{ baseline: 'a', 'baseline-url': 'b' }, /exclude each other/],
    [{ policy: 'pol_1' }, /--policy goes with --server/],
    [{ url: '' }, /needs the input url/],
  ] as const) {
    const ran = await runAction(t, { url: 'http://127.0.0.1:9', ...LOCAL, ...given })
    assert.deepEqual(refused(ran), [2, '2', 'false'])
    assert.match(ran.log, message)
  }
})

for (const [what, options, event, expected] of [
  ['no pull request', { token: TOKEN }, {}, { comments: 0 }],
  ['a token that may not write', { token: 'another' }, PULL, { comments: 0, log: /::warning .*refused it \(401\)/ }],
  ['GitHub being down for a moment', { token: TOKEN, failures: [502] }, PULL, { comments: 1 }],
  ['a person’s own token', { token: TOKEN, login: 'ann' }, PULL, { comments: 1 }],
] as const) {
  test(`a comment, with ${what}: the scan counts all the same`, { skip: noBash }, async (t) => {
    const site = await serveHttp(t, faultySite)
    const github = await githubServer(t, { ...options, failures: 'failures' in options ? [...options.failures] : [] })
    const env = { GITHUB_API_URL: github.url }
    const ran = await runAction(t, { url: site, ...LOCAL }, { event, env })
    assert.equal(ran.code, 0, ran.log)
    assert.equal(github.comments.length, expected.comments, ran.log)
    if ('log' in expected) assert.match(ran.log, expected.log)
  })
}
