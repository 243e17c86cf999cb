// The client for Python, from its own archive in an environment of its own: what PyPI has to give is fetched.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { blocks, type Live, printed, startLive } from '../conformance/live.ts'
import { startVectorServer, type VectorServer } from '../conformance/server.ts'

const HERE = import.meta.dirname
const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Python and PyPI: npm run test:all'

let folder: string
let python: string
let live: Live
let server: VectorServer

before(async () => {
  if (skip) return
  folder = await mkdtemp(join(tmpdir(), 'lasthash-python-'))
  await printed('python3', ['-m', 'venv', join(folder, 'venv')])
  python = join(folder, 'venv/bin/python')
  await printed(python, ['-m', 'pip', 'install', '-q', '-r', join(HERE, 'requirements.txt')])
  for (const part of ['src', 'pyproject.toml', 'README.md', 'CHANGELOG.md'])
    await cp(join(HERE, part), join(folder, 'sources', part), { recursive: true })
  await printed(python, ['-m', 'build', '--no-isolation', '--outdir', join(folder, 'dist'), join(folder, 'sources')])
  const [wheel] = globSync('dist/lasthash-*-py3-none-any.whl', { cwd: folder })
  assert.ok(wheel && globSync('dist/lasthash-*.tar.gz', { cwd: folder }).length === 1)
  await printed(python, ['-m', 'pip', 'install', '-q', '--no-deps', join(folder, wheel)])
  server = await startVectorServer()
  live = await startLive()
})
after(async () => {
  if (skip) return
  await live?.stop()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(options: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const settings = { cwd: folder, env: { ...process.env, PYTHONPATH: '', ...env } }
  return await printed(python, options, settings).catch((error) => assert.fail(`${error.stdout}\n${error.stderr}`))
}

test('every vector, by the sync and by the async client', { skip }, async () => {
  assert.match(await run([join(HERE, 'tests/run_vectors.py'), server.address]), /by both clients, 0 failed/)
})

test('its own tests', { skip }, async () => {
  await run(['-m', 'pytest', '-q', '-p', 'no:cacheprovider', join(HERE, 'tests')])
})

test('types, of the package and of those who use it', { skip }, async () => {
  const config = ['--config-file', join(HERE, 'pyproject.toml'), '--cache-dir', join(folder, 'mypy')]
  await run(['-m', 'mypy', ...config, '-p', 'lasthash'])
  await run(['-m', 'mypy', ...config, join(HERE, 'examples'), join(HERE, 'tests')])
})

test('the installed package plays the scenario', { skip }, async () => {
  const expected = await readFile(join(HERE, '../conformance/scenario.expected.txt'), 'utf8')
  assert.equal(await run([join(HERE, 'examples/scenario.py')], await live.newcomer('scenario')), expected)
})

test('what docs/sdk-python.md says works word by word', { skip }, async () => {
  const docs = await readFile(join(HERE, '../../docs/sdk-python.md'), 'utf8')
  const [code] = blocks(docs.replaceAll(/^ {3}/gm, ''), 'python')
  await writeFile(join(folder, 'docs.py'), code!)
  assert.match(await run(['docs.py'], await live.newcomer('docs')), /^85 http\S+\/reports\/scan_\w+\n.+\n.+\n$/)
})

test('the example of a gate fails for a bad website only', { skip }, async () => {
  const env = { ...process.env, PYTHONPATH: '', ...(await live.newcomer('gate')) }
  for (const [target, code] of Object.entries({ vulnerable: 1, clean: 0, down: 2 })) {
    const ended = printed(python, [join(HERE, 'examples/gate.py'), `https://${target}.lasthash.test`], { env })
    assert.equal(await ended.then(() => 0).catch((error) => error.code), code, target)
  }
})

test('what the README begins with works word by word', { skip }, async () => {
  const [start, asynchronous, lists, errors] = blocks(await readFile(join(HERE, 'README.md'), 'utf8'), 'python')
  await writeFile(join(folder, 'quick_start.py'), [start, asynchronous, lists, errors].join('\n'))
  const said = await run(['quick_start.py'], await live.newcomer('quick start'))
  assert.match(said, /^85 http\S+\/reports\/scan_\w+\n/)
  assert.match(said, /\nOutdated WordPress Core\n/)
  assert.match(said, /\nhttps:\/\/vulnerable\.lasthash\.test\/\n/)
  assert.match(said, /\nnot_found req_\w+\n$/)
})
