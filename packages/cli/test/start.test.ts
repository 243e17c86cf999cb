import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import manifest from '../package.json' with { type: 'json' }
import { HELP } from '../src/help.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-start-'))
after(() => rmSync(folder, { recursive: true }))

/** Makes Node.js believe that it is what `lines` say. */
function pretending(lines: string): string[] {
  const file = join(folder, `${lines.length}.cjs`)
  writeFileSync(file, lines)
  return ['-r', file]
}
const OLD = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })\n`

test('--version and --help answer on stdout', async () => {
  const version = await runCli(['--version'])
  assert.deepEqual([version.code, version.stdout, version.stderr], [0, `${manifest.version}\n`, ''])
  const help = await runCli(['--help'])
  assert.deepEqual([help.code, help.stdout, help.stderr], [0, HELP, ''])
})

test('the help fits 80 columns and names every option', () => {
  for (const line of HELP.split('\n')) assert.ok(line.length <= 80, line)
  for (const name of 'type format output fail-on min-score baseline server timeout allow-private include exclude no-browser header cookie login quiet no-color'.split(
    ' ',
  )) {
    assert.ok(HELP.includes(`--${name} `), name)
  }
})

test('without a command: how to say one, and 2', async () => {
  const { code, stdout, stderr } = await runCli([])
  assert.deepEqual([code, stdout], [2, ''])
  assert.match(stderr, /^lasthash: Say what to do, as in: lasthash scan https:\/\/example\.com/)
})

test('the checks are listed, one a line', async () => {
  const { code, stdout } = await runCli(['checks'])
  assert.equal(code, 0)
  assert.match(stdout, /^transport\/hsts {2,}medium {2,}Do browsers refuse plain HTTP for this host\?$/m)
  assert.ok(stdout.split('\n').length > 50)
})

test('an old Node.js runs it under the one that came along, with arguments and exit code', async () => {
  const node = pretending(OLD)
  assert.equal((await runCli(['--version'], { node })).stdout, `${manifest.version}\n`)
  const wrong = await runCli(['scan', 'x.example', '--type', 'none'], { node })
  assert.equal(wrong.code, 2)
  assert.match(wrong.stderr, /not "none"/)
})

test('an old Node.js where none came along says what to do, in one sentence', async () => {
  const node = pretending(`${OLD}Object.defineProperty(process, 'arch', { value: 'mips' })\n`)
  const { code, stdout, stderr } = await runCli(['--version'], { node })
  assert.deepEqual([code, stdout], [2, ''])
  assert.match(
    stderr,
    /^LastHash needs Node\.js 22\.18 or newer and this is 20\.20\.2: install .*nodejs\.org and run it again\.\n$/,
  )
})
