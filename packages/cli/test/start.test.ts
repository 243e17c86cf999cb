import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import manifest from '../package.json' with { type: 'json' }
import { COMMANDS } from '../src/commands/index.ts'
import { helpOf, overview } from '../src/help.ts'
import { optionsOf } from '../src/words.ts'
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
  assert.deepEqual([help.code, help.stdout, help.stderr], [0, overview(), ''])
})

test('every help fits 80 columns; the overview names every command, and a command’s own every option', async () => {
  const fits = (help: string) => {
    for (const line of help.split('\n')) assert.ok(line.length <= 80, line)
  }
  fits(overview())
  for (const [name, { load }] of Object.entries(COMMANDS)) {
    assert.match(overview(), new RegExp(`^  ${name} `, 'm'))
    const { command } = await load()
    const help = helpOf(command)
    fits(help)
    for (const option of Object.keys(optionsOf(command)))
      assert.match(help, new RegExp(`--${option}\\b`), `${name} --${option}`)
    for (const action of command.actions) fits(helpOf(command, action))
  }
})

test('the help of a command, in all the ways that people try', async () => {
  const { command } = await COMMANDS.websites!.load()
  for (const words of ['websites --help', 'help websites', '--help websites', '-h websites'])
    assert.equal((await runCli(words.split(' '))).stdout, helpOf(command), words)
  const add = command.actions.find(({ name }) => name === 'add')!
  assert.equal((await runCli(['websites', 'add', '--help'])).stdout, helpOf(command, add))
})

test('without a command: how to say one, and 2', async () => {
  const { code, stdout, stderr } = await runCli([])
  assert.deepEqual([code, stdout], [2, ''])
  assert.match(stderr, /^lasthash: Say what to do, as in: lasthash scan https:\/\/example\.com/)
})

test('all about one check, and the nearest to one that there is not', async () => {
  const { code, stdout } = await runCli(['checks', 'transport/hsts'])
  assert.equal(code, 0)
  assert.match(stdout, /^MEDIUM {2}No HSTS header \(missing\)\n {2}Why {3}\S.*[\s\S]*^ {2}Fix {3}\S/m)
  assert.equal(JSON.parse((await runCli(['checks', 'transport/hsts', '--json'])).stdout).id, 'transport/hsts')
  const wrong = await runCli(['checks', 'transport/hst'])
  assert.deepEqual(
    [wrong.code, wrong.stderr],
    [2, 'lasthash: There is no check "transport/hst". Did you mean transport/hsts?\n'],
  )
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
