import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hmacSecretOf, parseJwt } from './jwt.ts'

/** RFC 7519 section 3.1, signed with the key of RFC 7515 appendix A.1. */
const RFC =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
/** The example of jwt.io. */
const JWT_IO =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'

test('reads the example of RFC 7519', () => {
  const jwt = parseJwt(RFC)
  assert.equal(jwt?.alg, 'HS256')
  assert.equal(jwt?.claims.iss, 'joe')
})

test('reads an unsecured token (RFC 7519 section 6.1)', () => {
  const jwt = parseJwt(
    'eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.',
  )
  assert.equal(jwt?.alg, 'none')
  assert.equal(jwt?.signature, '')
})

test('what only looks like a token is none', () => {
  for (const text of ['', 'a.b.c', 'www.example.com', 'eyJhbGciOiJub25lIn0.WzFd.', '1.2.3', `${RFC}.x`])
    assert.equal(parseJwt(text), null, text)
})

test('finds the secret only when the signature fits', () => {
  assert.equal(hmacSecretOf(parseJwt(JWT_IO)!, ['secret', 'your-256-bit-secret']), 'your-256-bit-secret')
  assert.equal(hmacSecretOf(parseJwt(JWT_IO)!, ['secret']), null)
  assert.equal(hmacSecretOf(parseJwt(RFC)!, ['secret', '']), null)
})
