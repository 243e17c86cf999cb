import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { serving, testNet } from '../../test/net.ts'
import { startRaw } from '../../test/servers.ts'
import { NetError } from './errors.ts'

/** Pieces of which real and broken answers are made; chance puts them in any order. */
const PIECES = [
  'HTTP/1.1 200 OK\r\n',
  'HTTP/1.1 302 Found\r\n',
  'HTTP/1.0 404\r\n',
  'HTTP/1.1 100 Continue\r\n\r\n',
  'HTTP/9.9 999 ?\r\n',
  'HTTP/1.1 -1 x\r\n',
  'Content-Length: 5\r\n',
  'Content-Length: 99999999999999999999\r\n',
  'Content-Length: -1\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Transfer-Encoding: gzip, chunked\r\n',
  'Content-Encoding: gzip\r\n',
  'Content-Encoding: br, zstd\r\n',
  'Content-Encoding: deflate\r\n',
  'Content-Type: text/html; charset=utf-7\r\n',
  'Content-Type: text/html; charset=utf-16\r\n',
  'Location: \\\\\\evil\r\n',
  'Location: http://127.0.0.1:1/\r\n',
  'Set-Cookie: =;=;\x80\r\n',
  'Keep-Alive: timeout=0\r\n',
  'Connection: close\r\n',
  'Upgrade: h2c\r\n',
  'Retry-After: NaN\r\n',
  ' folded\r\n',
  ': nameless\r\n',
  'no colon\r\n',
  '\r\n',
  '\n',
  '\0',
  'hello',
  '5\r\nhello\r\n',
  'FFFFFFFFFFFFFFFFF\r\n',
  '0\r\n\r\n',
  '\x1f\x8b\x08\x00\x00\x00\x00\x00',
  '\xef\xbb\xbf\xff\xfe',
  '<meta charset=utf-16le>',
]

test('whatever a server sends, there is an answer or a NetError', async (t) => {
  let raw: string[] = []
  const server = await serving(
    t,
    startRaw((socket) => {
      socket.once('data', () => {
        for (const piece of raw) socket.write(piece, 'latin1')
        socket.end()
      })
    }),
  )
  const net = testNet(t, server.origin, { budget: { requests: 100_000, handshakes: 0, dns_queries: 0 } })
  const answers = { given: 0, refused: 0 }
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 10 })
  const fields = fc.array(fc.constantFrom(...PIECES.filter((piece) => /^[A-Z][\w-]+: .*\r\n$/.test(piece))), {
    maxLength: 2,
  })
  const asked = fc.asyncProperty(pieces, fields, fc.boolean(), async (chosen, headers, isAnswer) => {
    raw = isAnswer ? ['HTTP/1.1 200 OK\r\n', ...headers, '\r\n', ...chosen] : chosen
    try {
      const { exchanges, error } = await net.navigate(`${server.origin}/`, { maxBody: 1000 })
      answers[error === undefined ? 'given' : 'refused'] += 1
      for (const { response } of exchanges) assert.ok(response.body.length <= 1000)
    } catch (error) {
      assert.ok(error instanceof NetError, String(error))
    }
  })
  await fc.assert(asked, { numRuns: 400, seed: 4 })
  assert.ok(answers.given > 50 && answers.refused > 50, JSON.stringify(answers))
})
