// `lasthash verify` as a process: verdicts, exit codes, and where the key is had from.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { kidOf, makeKey, privateKeyOf, sealBundle } from '@lasthash/bundle'

const BIN = join(import.meta.dirname, '../bin/lasthash.cjs')
const own = makeKey()
const published = {
  ...{ kty: 'OKP', crv: 'Ed25519', x: own.x, kid: own.kid, created_at: '2026-01-01T00:00:00Z', retired_at: null },
  organization: { id: 'org_1', name: 'Shop' },
}
const folder = mkdtempSync(join(tmpdir(), 'lasthash-verify-'))
const server = createServer((request, response) => {
  if (request.url === `/.well-known/lasthash-signing-keys/${own.kid}`) response.end(JSON.stringify(published))
  else response.writeHead(404).end()
})
let issuer: string
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

function seal(key = own, from = issuer): Buffer {
  const about = { id: 'bdl_1', created_at: '2026-01-15T12:00:00Z', issuer: from }
  const subject = { framework: { name: 'PCI DSS 4.0.1' }, scope: { name: 'Shop\u001b[31m' } }
  const entries = [{ path: 'assessment.json', media_type: 'application/json', bytes: Buffer.from('{"status":"met"}') }]
  return sealBundle({ ...about, subject, entries }, { x: key.x, privateKey: privateKeyOf(key.privateKey) }).bytes
}

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function verify(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, [BIN, 'verify', ...words], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    ),
  )
}

test('genuine: by the server that the bundle names, or by a key in a file', async () => {
  const good = file('good.tar', seal())
  const asked = await verify(good)
  assert.deepEqual([asked.code, asked.stderr], [0, ''])
  assert.match(asked.stdout, /^Genuine: /)
  assert.match(asked.stdout, /Key of {5}Shop \(org_1\), by http:\/\/127\.0\.0\.1:\d+\/\.well-known/)
  assert.ok(!asked.stdout.includes('\u001b'), 'nothing of the file drives the terminal')
  const given = await verify(good, '--keys', file('key.json', JSON.stringify({ keys: [published] })), '--json')
  assert.deepEqual([given.code, JSON.parse(given.stdout).genuine], [0, true])
})

const CASES: [string, () => string[], number, RegExp][] = [
  [
    'a changed byte',
    () => {
      const bytes = seal()
      bytes.write('bad', bytes.indexOf('"status":"met"') + 10)
      return [file('changed.tar', bytes)]
    },
    1,
    /^Not genuine: assessment\.json was changed\./,
  ],
  [
    'another’s key',
    () => [file('other.tar', seal(makeKey()))],
    1,
    /^Not genuine: It is whole, but signed by a key that is not trusted here/,
  ],
  ['no bundle', () => [file('no.tar', 'hello')], 1, /^Not genuine: It is no LastHash bundle/],
  ['no file', () => [join(folder, 'nothing')], 2, /cannot be read/],
  [
    'the server away',
    () => [file('away.tar', seal(own, 'http://127.0.0.1:9'))],
    2,
    /whole, but whose key it is cannot be asked/,
  ],
  ['no key in the file', () => [file('good.tar', seal()), '--keys', file('bad.json', '{"a":1}')], 2, /holds no key/],
  ['no file named', () => [], 2, /which file to verify/],
  ['an unknown option', () => ['x', '--nonsense'], 2, /nonsense/],
]
for (const [what, words, code, says] of CASES)
  test(`not verified: ${what}`, async () => {
    const ended = await verify(...words())
    assert.equal(ended.code, code, ended.stdout + ended.stderr)
    assert.match(ended.stdout + ended.stderr.replace(/^lasthash: /, ''), says)
  })

test('the key’s name is of the key', () => assert.equal(kidOf(own.x), own.kid))
