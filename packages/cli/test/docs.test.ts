import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { parse } from 'yaml'
import { reference } from '../src/reference.ts'
import { action } from './action-runner.ts'
import { faultySite, serveHttp } from './http-server.ts'
import { BIN } from './run-cli.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const noBash = spawnSync('bash', ['-c', 'true']).status === 0 ? false : 'there is no bash on this machine'

test('docs/cli.md is what the commands declare: node packages/cli/scripts/make-reference.ts', async () => {
  assert.equal(read('docs/cli.md'), await reference())
})

test('docs/ci-cd.md can be followed word by word', { skip: noBash }, async (t) => {
  const blocks = blocksOf(read('docs/ci-cd.md'), 'sh')
  assert.equal(blocks.length, 4)
  const [production, preview] = [await freePort(), await freePort()]
  const script = blocks.join('\n').replaceAll('3000', String(production)).replaceAll('3001', String(preview))
  const { code, output } = await bash(t, script)
  assert.equal(code, 0, output)
  assert.match(output, /^exit code 1$/m)
  assert.match(output, /gate failed ❌[\s\S]*### New\n[\s\S]*[Cc]ookie/)
  assert.match(output.slice(output.indexOf('exit code 1')), /gate passed ✅/)
})

test('what it says of the action is so', () => {
  const text = read('docs/ci-cd.md')
  const steps = blocksOf(text, 'yaml').flatMap((block) => stepsIn(parse(block)))
  const ours = steps.filter(({ uses }) => uses?.startsWith('lasthash/lasthash@'))
  assert.equal(ours.length, 2)
  for (const { with: inputs } of ours) for (const name of Object.keys(inputs!)) assert.ok(name in action.inputs, name)
  for (const output of Object.keys(action.outputs)) assert.ok(text.includes(`\`${output}\``), output)
})

test('docs/mcp.md names the tools that there are', () => {
  const named = [...read('docs/mcp.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  const built = [...read('packages/cli/src/mcp/server.ts').matchAll(/registerTool\(\s*'(\w+)'/g)].map(
    ([, name]) => name,
  )
  assert.deepEqual(named, built)
})

interface Step {
  uses?: string
  with?: Record<string, string>
}

/** Steps anywhere in a workflow, or in a part of one. */
function stepsIn(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return []
  return ['uses' in node ? (node as Step) : null, ...Object.values(node).flatMap(stepsIn)].filter((one) => one !== null)
}

interface Recipe {
  script: string
  results: readonly string[]
}

const RECIPES: Record<string, () => Recipe> = {
  'ci/gitlab.yml': () => {
    const { lasthash: job } = parse(read('ci/gitlab.yml'))
    const { reports, when } = job.artifacts
    assert.equal(when, 'always')
    const settings = Object.entries(job.variables).map(([name, value]) => `${name}='${value}'`)
    return {
      script: [...settings, 'LASTHASH_ARGUMENTS=--allow-private', ...job.script].join('\n'),
      results: Object.values(reports),
    }
  },
  'ci/circleci.yml': () => {
    const { steps } = parse(read('ci/circleci.yml')).jobs.lasthash
    return { script: steps[0].run.command, results: [`${steps[1].store_test_results.path}/lasthash.xml`] }
  },
  'ci/bitbucket-pipelines.yml': () => {
    const { script, artifacts } = parse(read('ci/bitbucket-pipelines.yml')).pipelines.default[0].step
    return { script: script.join('\n'), results: ['test-results/lasthash.xml', ...artifacts] }
  },
  'ci/azure-pipelines.yml': () => {
    const { steps } = parse(read('ci/azure-pipelines.yml'))
    return { script: steps[1].bash, results: [steps[2].inputs.testResultsFiles, 'CodeAnalysisLogs/lasthash.sarif'] }
  },
  'ci/Jenkinsfile': () => {
    const text = read('ci/Jenkinsfile')
    const results = /artifacts: '([^']+)'/.exec(text)![1]!.split(', ')
    // In Groovy's '''…''' a backslash before a line break joins lines, as it does in the shell.
    return { script: /sh '''([\s\S]*?)'''/.exec(text)![1]!, results: [/junit '([^']+)'/.exec(text)![1]!, ...results] }
  },
}

for (const [file, recipe] of Object.entries(RECIPES)) {
  test(`${file} scans, writes its results, and fails as the gate does`, { skip: noBash }, async (t) => {
    const { script, results } = recipe()
    // Over plain HTTP, which is a high finding.
    const site = await serveHttp(t, (_, response) => response.end('<!doctype html><title>A site</title>'))
    const env = { LASTHASH_URL: site, LASTHASH_ARGUMENTS: '--allow-private --no-browser' }
    const failed = await bash(t, script, env)
    assert.equal(failed.code, 1, failed.output)
    for (const result of results) assert.ok(existsSync(join(failed.folder, result)), `${result}, when the gate failed`)
    const lenient = script
      .replace('--fail-on high', '--fail-on critical')
      .replace("FAIL_ON='high'", "FAIL_ON='critical'")
    const passed = await bash(t, lenient, env)
    assert.equal(passed.code, 0, passed.output)
    for (const result of results) assert.ok(existsSync(join(passed.folder, result)), result)
  })
}

test('the base in GitLab: only what is new fails', { skip: noBash }, async (t) => {
  const { script } = RECIPES['ci/gitlab.yml']!()
  const base = await serveHttp(t, faultySite)
  const settings = script.replace("BASELINE_URL=''", `BASELINE_URL=${base}`).replace("FAIL_ON='high'", "FAIL_ON='low'")
  const env = { LASTHASH_URL: await serveHttp(t, faultySite), LASTHASH_ALLOW_PRIVATE_TARGETS: '1' }
  const { code, output } = await bash(t, settings, env)
  assert.equal(code, 0, output)
})

/** Fenced blocks of a language. */
function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, one]) => one === language)
    .map(([, , block]) => block!)
}

/** Runs it in an empty folder, where `npx lasthash` is ours. */
async function bash(t: TestContext, script: string, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-docs-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(
    join(folder, 'npx'),
    `#!/bin/sh\n[ "$1" = --yes ] && shift\n[ "$1" = lasthash ] || exit 9\nshift\nexec '${process.execPath}' '${BIN}' "$@"\n`,
  )
  chmodSync(join(folder, 'npx'), 0o755)
  const inherited = Object.entries(process.env).filter(([name]) => !/^(LASTHASH_|NODE_|NO_COLOR)/.test(name))
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: {
      ...Object.fromEntries(inherited),
      LASTHASH_CONFIG: join(folder, 'none.json'),
      PATH: `${folder}:${join(process.execPath, '..')}:${process.env.PATH}`,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  // What it leaves in the background goes with it.
  t.after(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {}
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  const limit = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), 180_000)
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve))
  clearTimeout(limit)
  return { code, output, folder }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
