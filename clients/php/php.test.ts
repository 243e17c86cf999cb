// The client for PHP: as it lies here, and as Composer installs it from its own archive.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { blocks, type Live, printed, startLive } from '../conformance/live.ts'
import { startVectorServer, type VectorServer } from '../conformance/server.ts'

const HERE = import.meta.dirname
const GUZZLE = '/usr/share/php/GuzzleHttp/autoload.php' // where Debian has it
const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs PHP and Composer: npm run test:all'

let folder: string
let installed: string
let live: Live
let server: VectorServer

before(async () => {
  if (skip) return
  folder = await mkdtemp(join(tmpdir(), 'lasthash-php-'))
  const archives = join(folder, 'archives')
  await composer(HERE, ['archive', '--format=tar', `--dir=${archives}`, '--file=lasthash'])
  await mkdir(join(folder, 'program'))
  // Packagist takes the version from a tag of the repository.
  const own = JSON.parse(await readFile(join(HERE, 'composer.json'), 'utf8'))
  const dist = { type: 'tar', url: join(archives, 'lasthash.tar') }
  const manifest = {
    require: { 'lasthash/lasthash': '0.1.0' },
    repositories: [{ type: 'package', package: { ...own, version: '0.1.0', dist } }, { 'packagist.org': false }],
  }
  await writeFile(join(folder, 'program/composer.json'), JSON.stringify(manifest))
  await composer(join(folder, 'program'), ['install', '--no-interaction'])
  installed = join(folder, 'program/vendor/autoload.php')
  server = await startVectorServer()
  live = await startLive()
})
after(async () => {
  if (skip) return
  await live?.stop()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

function composer(cwd: string, options: readonly string[]): Promise<string> {
  const env = { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1', COMPOSER_HOME: join(folder, 'composer') }
  return printed('composer', [...options, '--quiet'], { cwd, env })
}

async function php(options: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const all = { ...process.env, LASTHASH_AUTOLOAD: installed, ...env }
  return await printed('php', ['-d', 'error_reporting=-1', '-d', 'display_errors=1', ...options], {
    cwd: folder,
    env: all,
  }).catch((error) => assert.fail(`${error.stdout}\n${error.stderr}`))
}

const vectors = join(HERE, 'test/run-vectors.php')

test('composer finds nothing wrong with the package', { skip }, async () => {
  await composer(HERE, ['validate', '--strict', '--no-check-publish'])
})

test('every vector, by cURL, with the package as it is installed', { skip }, async () => {
  assert.match(await php([vectors, server.address]), /^\d{3} vectors, 0 differences\n$/)
})

test('every vector, by cURL, without Composer', { skip }, async () => {
  const env = { LASTHASH_AUTOLOAD: join(HERE, 'autoload.php') }
  assert.match(await php([vectors, server.address], env), /^\d{3} vectors, 0 differences\n$/)
})

test('the vectors by Guzzle, which is found by itself', { skip }, async () => {
  const both = join(folder, 'both.php')
  await writeFile(both, `<?php require '${installed}'; require '${GUZZLE}';`)
  const env = { ...process.env, LASTHASH_AUTOLOAD: both }
  const said = await printed('php', [vectors, server.address, '--psr18'], { env }).catch((error) => error.stdout)
  // Below Guzzle cURL sends again by itself what is cut on a connection that was used.
  const [difference, ...rest] = said.trim().split('\n')
  assert.match(difference, /^retries\/post-under-one-key: sleeps is \[0\.5\]/)
  assert.match(rest.join('\n'), /^\d{3} vectors, 1 differences$/)
})

test('the installed package plays the scenario', { skip }, async () => {
  const expected = await readFile(join(HERE, '../conformance/scenario.expected.txt'), 'utf8')
  assert.equal(await php([join(HERE, 'examples/scenario.php')], await live.newcomer('scenario in PHP')), expected)
})

test('what the README begins with works word by word', { skip }, async () => {
  const [start, lists, errors] = blocks(await readFile(join(HERE, 'README.md'), 'utf8'), 'php')
  await writeFile(join(folder, 'program/start.php'), [start, lists, errors].join('\n'))
  const env = await live.newcomer('quick start in PHP')
  const said = await php(['-d', `include_path=${join(folder, 'program')}`, join(folder, 'program/start.php')], env)
  assert.match(said, /\nnot_found req_\w+\n$/)
})

test('no file has a fault of syntax, and every class can be loaded', { skip }, async () => {
  const files = globSync('src/**/*.php', { cwd: HERE })
  const names = files.map((file) => `LastHash\\${file.slice(4, -4).replaceAll('/', '\\')}`)
  const code = `require '${installed}'; foreach (${JSON.stringify(names)} as $name) echo (int) (class_exists($name) || interface_exists($name));`
  assert.equal(await php(['-r', code]), '1'.repeat(files.length))
})
