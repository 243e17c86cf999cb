// The client for Ruby: as it lies here, and as a gem that is built from it.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { blocks, type Live, printed, startLive } from '../conformance/live.ts'
import { startVectorServer, type VectorServer } from '../conformance/server.ts'

const HERE = import.meta.dirname
const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Ruby: npm run test:all'

let folder: string
let live: Live
let server: VectorServer

before(async () => {
  if (skip) return
  folder = await mkdtemp(join(tmpdir(), 'lasthash-ruby-'))
  const gem = join(folder, 'lasthash.gem')
  await printed('gem', ['build', 'lasthash.gemspec', '--strict', '--output', gem], { cwd: HERE })
  await printed('gem', ['install', '--local', '--no-document', '--install-dir', join(folder, 'gems'), gem])
  server = await startVectorServer()
  live = await startLive()
})
after(async () => {
  if (skip) return
  await live?.stop()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

/** With all warnings, and the gem as it was installed. */
async function ruby(options: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const settings = { cwd: folder, env: { ...process.env, GEM_PATH: join(folder, 'gems'), LANG: 'C.UTF-8', ...env } }
  return await printed('ruby', ['-w', ...options], settings).catch((error) =>
    assert.fail(`${error.stdout}\n${error.stderr}`),
  )
}

test('every vector, with the gem as it is installed', { skip }, async () => {
  assert.match(await ruby([join(HERE, 'test/run_vectors.rb'), server.address]), /^\d{3} vectors, 0 differences\n$/)
})

test('the types are sound', { skip }, async () => {
  // Debian has the gem that comes with Ruby, without its command.
  const code = 'require "rbs/cli"; RBS::CLI.new(stdout: $stdout, stderr: $stderr).run(ARGV)'
  await printed('ruby', ['-rrbs', '-e', code, '--', '-I', join(HERE, 'sig'), 'validate', '--silent'])
})

test('the installed gem plays the scenario', { skip }, async () => {
  const expected = await readFile(join(HERE, '../conformance/scenario.expected.txt'), 'utf8')
  assert.equal(await ruby([join(HERE, 'examples/scenario.rb')], await live.newcomer('scenario in Ruby')), expected)
})

test('what the README begins with works word by word', { skip }, async () => {
  const [start, lists, errors] = blocks(await readFile(join(HERE, 'README.md'), 'utf8'), 'ruby')
  await writeFile(join(folder, 'start.rb'), [start, lists, errors].join('\n'))
  const said = await ruby([join(folder, 'start.rb')], await live.newcomer('quick start in Ruby'))
  assert.match(said, /^85\nhttp\S+\/reports\/scan_\w+\n/)
  assert.match(said, /\nOutdated WordPress Core\n/)
  assert.match(said, /\nnot_found\nreq_\w+\n$/)
})

test('every file is in the gem', { skip }, async () => {
  const [installed] = globSync('gems/gems/lasthash-*', { cwd: folder })
  const files = (base: string) => globSync(['lib/**/*.rb', 'sig/**/*.rbs'], { cwd: base }).sort()
  assert.deepEqual(files(join(folder, installed!)), files(HERE))
})
