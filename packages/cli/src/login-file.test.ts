import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { CliError } from './cli-error.ts'
import { readLogin } from './login-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'lasthash-login-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function login(content: string) {
  const path = join(folder, 'login.json')
  writeFileSync(path, content)
  return readLogin(path, { PASSWORD: 'secret' })
}

test('a form, with the password out of the environment', () => {
  const text = '{"url":"/login","username":"ann","password":"{{env.PASSWORD}}"}'
  assert.deepEqual(login(text), { url: '/login', username: 'ann', password: 'secret' })
})

test('steps', () => {
  const steps = [
    { url: '/a', extract: { token: 'x' } },
    { url: '/b', form: { token: '{{token}}' } },
  ]
  assert.deepEqual(login(JSON.stringify({ steps })), { steps })
})

for (const [content, message] of [
  ['', /cannot be read as a log-in/],
  ['[]', /must hold one JSON object/],
  ['{"url":"/login"}', /needs "url", "username" and "password", or "steps"/],
  ['{"user":"ann"}', /there is no "user"; url, username/],
  ['{"url":"/","username":1,"password":"x"}', /"username" must be a text/],
  ['{"steps":[{}]}', /"steps" must be a list of objects/],
  ['{"url":"/","username":"a","password":"{{env.NONE}}"}', /the environment has no NONE/],
] as const) {
  test(`refused: ${content}`, () => {
    assert.throws(
      () => login(content),
      (error) => error instanceof CliError && message.test(error.message),
    )
  })
}

test('a file that is not there', () => {
  assert.throws(() => readLogin(join(folder, 'none.json'), {}), CliError)
})
