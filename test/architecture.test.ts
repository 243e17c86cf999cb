import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const scanner = 'packages/scanner/src'
const platform = 'packages/platform/src'

interface Module {
  file: string
  text: string
  /** Repository paths for files, bare names for packages. */
  imports: string[]
}

/** What node:net and node:tls offer that opens no socket: the form of an address, the trusted roots. */
const PURE =
  /^import \{ (?:(?:isIP|isIPv4|isIPv6|getCACertificates|rootCertificates)(?:, )?)+ \} from 'node:(?:net|tls)'$/gm

const modules: Module[] = globSync('packages/*/src/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const found = [...text.replace(PURE, '').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name!)
    const imports = found.map((name) => (name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name))
    return { file, text, imports }
  })

/** Files below `from` must not import what `forbidden` matches; `except` names files that may, each for its own reason. */
function forbid(from: string, forbidden: RegExp, except: readonly string[] = []): void {
  const wrong = modules
    .filter(({ file }) => file.startsWith(from) && !except.some((allowed) => file.startsWith(allowed)))
    .flatMap(({ file, imports }) =>
      imports.filter((name) => forbidden.test(name)).map((name) => `${file} imports ${name}`),
    )
  assert.deepEqual(wrong, [])
}

const SOCKETS = /^(undici|node:(net|tls|http|https|http2|dgram|dns)(\/.*)?)$/

test('only net/ opens a socket in the scanner', () => {
  forbid(scanner, SOCKETS, [`${scanner}/net/`])
})

test('data flows one way: net, gather, derive, checks', () => {
  forbid(`${scanner}/net/`, new RegExp(`^${scanner}/(gather|derive|checks|report)/`))
  forbid(`${scanner}/gather/`, new RegExp(`^${scanner}/(checks|report)/`))
  forbid(`${scanner}/derive/`, new RegExp(`^${scanner}/(gather|checks|report)/`))
  forbid(`${scanner}/checks/`, new RegExp(`^${scanner}/(gather|report|scan|score)`), [`${scanner}/checks/index.ts`])
  forbid(`${scanner}/report/`, new RegExp(`^${scanner}/(gather|net|derive)/`))
})

test('a check calls no other check', () => {
  for (const { file, imports } of modules.filter(({ file }) => file.startsWith(`${scanner}/checks/`))) {
    if (file.endsWith('checks/index.ts')) continue
    assert.deepEqual(
      imports.filter((name) => name.startsWith(`${scanner}/checks/`)),
      [],
      file,
    )
  }
})

test('the engine knows nothing of the platform, nor the platform of the command line', () => {
  forbid('packages/scanner/', /^(packages\/(platform|cli)\/|@lasthash\/platform|lasthash$|pg$|kysely$|fastify$)/)
  forbid('packages/platform/', /^(packages\/cli\/|lasthash$)/)
  forbid('packages/scanner/', /^(packages\/reports\/|@lasthash\/reports)/)
  forbid('packages/cli/', /^(packages\/platform\/|@lasthash\/platform|pg$|kysely$|fastify$)/)
})

test('reports are made from plain data: no database, no network, no files but its own', () => {
  forbid('packages/reports/', SOCKETS)
  forbid('packages/reports/', /^(packages\/(platform|cli)\/|@lasthash\/platform|lasthash$|pg$|kysely$|fastify$)/)
})

test('http/ knows no resource, and a resource not the routes of another', () => {
  forbid(`${platform}/http/`, new RegExp(`^${platform}/resources/`))
  for (const { file, imports } of modules) {
    const own = new RegExp(`^(${platform}/resources/[^/]+)/`).exec(file)?.[1]
    if (!own) continue
    const foreign = imports.filter((name) => /\/resources\/[^/]+\/routes\.ts$/.test(name) && !name.startsWith(own))
    assert.deepEqual(foreign, [], file)
  }
})

test('the role that sees every organisation serves jobs, the outbox, log-ins, start-up and the database itself, and nobody else', () => {
  const allowed = [
    'jobs/',
    'events/',
    'integrations/deliver.ts',
    'db/',
    'people/',
    'bootstrap.ts',
    'storage/open.ts',
    // A tracker's webhook names its integration, not whose that is.
    'tickets/hooks.ts',
    'worker.ts',
    'main.ts',
  ].map((path) => `${platform}/${path}`)
  const wrong = modules
    .filter(({ file }) => file.startsWith(platform) && !allowed.some((path) => file.startsWith(path)))
    .filter(({ text }) => /\b(database|db)\.system(Pool)?\b|\basSystem\(/.test(text))
  assert.deepEqual(
    wrong.map(({ file }) => file),
    [],
  )
})

test('there are no drawers', () => {
  const drawers = modules.filter(({ file }) => /(^|\/)(utils?|helpers?|common|lib|misc)(\.ts$|\/)/.test(file))
  assert.deepEqual(
    drawers.map(({ file }) => file),
    [],
  )
})

test('made files are not stale', async () => {
  const { execFileSync } = await import('node:child_process')
  execFileSync(process.execPath, [join(root, 'packages/scanner/scripts/make-indexes.ts'), '--check'], { stdio: 'pipe' })
})
