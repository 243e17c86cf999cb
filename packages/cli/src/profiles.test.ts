import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { connectionOf } from './connection.ts'
import { chosenProfile, profileName, profilesFile, readProfiles, writeProfiles } from './profiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-profiles-'))
after(() => rmSync(folder, { recursive: true }))
const TWO = {
  current: 'home',
  profiles: {
    home: { server: 'http://127.0.0.1:8080', api_key: 'k-home' },
    work: { server: 'https://l.example.com/base', api_key: 'k-work' },
  },
}

test('where the file is', () => {
  assert.equal(profilesFile({ LASTHASH_CONFIG: '/x/y.json' }), '/x/y.json')
  assert.equal(profilesFile({ XDG_CONFIG_HOME: '/x' }), join('/x', 'lasthash', 'config.json'))
  assert.match(profilesFile({}), /[\\/]lasthash[\\/]config\.json$/)
})

test('written at once, for the owner only, whatever was there before', { skip: process.platform === 'win32' }, () => {
  const file = join(folder, 'deep', 'config.json')
  writeProfiles(file, TWO)
  assert.deepEqual(readProfiles(file), TWO)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  chmodSync(file, 0o644)
  assert.throws(() => readProfiles(file), /can be read by others: chmod 600/)
  writeProfiles(file, TWO)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(join(folder, 'deep')), ['config.json'])
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), TWO)
})

for (const [what, text, message] of [
  ['no JSON', 'x', /is not JSON/],
  ['no profiles', '{"profiles": {"a": {"server": "x"}}}', /each needs "server" and "api_key"/],
] as const) {
  test(`refused: ${what}`, () => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, text, { mode: 0o600 })
    assert.throws(() => readProfiles(file), message)
  })
}

test('no file is no profile', () => {
  assert.deepEqual(readProfiles(join(folder, 'none.json')), { current: 'default', profiles: {} })
})

test('which profile: option, then variable, then the one in use; a wrong name is told', () => {
  assert.equal(chosenProfile(TWO, null, {})?.name, 'home')
  assert.equal(chosenProfile(TWO, null, { LASTHASH_PROFILE: 'work' })?.name, 'work')
  assert.equal(chosenProfile(TWO, 'home', { LASTHASH_PROFILE: 'work' })?.name, 'home')
  assert.equal(chosenProfile({ current: 'default', profiles: {} }, null, {}), null)
  assert.throws(() => chosenProfile(TWO, 'wrok', {}), /There is no profile "wrok"\. Did you mean work\?/)
  assert.throws(() => chosenProfile(TWO, '__proto__', {}), /There is no profile/)
  assert.throws(() => profileName('a b'), /letters, digits, dots and dashes/)
})

test('which server and key', () => {
  const file = join(folder, 'connection.json')
  writeProfiles(file, TWO)
  const env = { LASTHASH_CONFIG: file }
  const of = (options: { server?: string; profile?: string }, more: Record<string, string> = {}) => {
    const given = { server: options.server ? new URL(options.server) : null, profile: options.profile ?? null }
    const { server, key } = connectionOf(given, { ...env, ...more })
    return [server.href, key]
  }
  assert.deepEqual(of({}), ['http://127.0.0.1:8080/', 'k-home'])
  assert.deepEqual(of({ profile: 'work' }), ['https://l.example.com/base', 'k-work'])
  assert.deepEqual(of({ server: 'http://127.0.0.1:8080/' }), ['http://127.0.0.1:8080/', 'k-home'])
  assert.deepEqual(of({}, { LASTHASH_API_KEY: 'k' }), ['http://127.0.0.1:8080/', 'k'])
  assert.deepEqual(of({}, { LASTHASH_BASE_URL: 'http://other', LASTHASH_API_KEY: 'k' }), ['http://other/', 'k'])
  assert.throws(() => of({}, { LASTHASH_BASE_URL: 'http://other' }), /http:\/\/other needs an API key/)
  assert.throws(() => of({ server: 'https://l.example.com/another' }), /needs an API key/)
  assert.throws(() => of({}, { LASTHASH_API_KEY: 'two words' }), /characters that no API key has/)
  const nothing = { LASTHASH_CONFIG: join(folder, 'none.json') }
  assert.throws(() => connectionOf({ server: null, profile: null }, nothing), /Say which LastHash server/)
})
