import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverage, HOSTILE, hostileDocument, scanDocument, vulnerability } from '../../test/document.ts'
import { textReport } from './text.ts'
import { cells, wrap } from './wrap.ts'

test('a scan reads from the worst to what was tested', () => {
  const document = scanDocument([
    vulnerability({ severity: 'info', outcome: 'a', title: 'Worth knowing' }),
    vulnerability({
      severity: 'high',
      outcome: 'b',
      title: 'Open door',
      description: 'Anyone may enter. Seen: door=open',
      proof: { ...vulnerability().proof, observed: 'door=open' },
      locations: [1, 2, 3, 4].map((n) => ({ url: `https://www.example.com/${n}`, method: 'GET', parameter: 'sid' })),
      location_count: 70,
    }),
    vulnerability({ severity: 'high', outcome: 'c', title: 'Maybe', confidence: 'tentative' }),
    vulnerability({ severity: 'high', outcome: 'd', title: 'Known', status: 'accepted_risk' }),
  ])
  assert.equal(
    textReport(document),
    `
https://www.example.com/
Score  89/100  Grade  B
0 critical · 1 high · 0 medium · 0 low · 1 info
2 more weigh nothing: tentative, accepted, or marked as false.
With any high finding the score is at most 89.
full scan, 42 s, ended 2026-01-15T14:32:15Z

 HIGH  3

  Open door
  transport/hsts · firm · CWE-319 · −3
  Where   https://www.example.com/1 (sid)
          https://www.example.com/2 (sid)
          https://www.example.com/3 (sid)
          and 67 more
  Seen    door=open
  Why     Anyone may enter.
  Fix     Send Strict-Transport-Security on every HTTPS response.
          nginx: add_header Strict-Transport-Security "max-age=31536000" always;
  Repeat  curl -sS -i --path-as-is https://www.example.com/

  Maybe
  transport/hsts · tentative · CWE-319 · costs nothing
  Where   https://www.example.com/
  Why     A first visit can be kept on plain HTTP.
  Fix     Send Strict-Transport-Security on every HTTPS response.
          nginx: add_header Strict-Transport-Security "max-age=31536000" always;
  Repeat  curl -sS -i --path-as-is https://www.example.com/

  Known
  transport/hsts · firm · accepted risk · CWE-319 · costs nothing
  Where   https://www.example.com/
  Why     A first visit can be kept on plain HTTP.
  Fix     Send Strict-Transport-Security on every HTTPS response.
          nginx: add_header Strict-Transport-Security "max-age=31536000" always;
  Repeat  curl -sS -i --path-as-is https://www.example.com/

 INFO  1

  Worth knowing
  transport/hsts · firm · CWE-319 · costs nothing
  Where   https://www.example.com/
  Why     A first visit can be kept on plain HTTP.
  Fix     Send Strict-Transport-Security on every HTTPS response.
          nginx: add_header Strict-Transport-Security "max-age=31536000" always;
  Repeat  curl -sS -i --path-as-is https://www.example.com/

5 checks: 1 passed, 1 failed, 1 not applicable, 1 not gathered, 1 broke
Not gathered: dns (the name server did not answer)
2 pages, none in a browser (no Chromium was found), 3 script files, 1 parameter
Not opened: 14 on other sites, 1 that may change something
The scan's budget of 3000 HTTP requests is used up.
TLS: SSL Labs style grade B (TLS 1.0 or 1.1); TLS 1.2 (1 suite), TLS 1.0 (1
suite); no post-quantum key exchange
21 requests, 4 TLS handshakes, 17 DNS queries
`,
  )
})

test('nothing found, and a scan that failed, say so', () => {
  assert.match(textReport(scanDocument([])), /100\/100 {2}Grade {2}A\+[\s\S]*\nNothing was found\.\n/)
  const error = { code: 'target_unreachable', message: 'nothing listens there' }
  const failed = scanDocument([], { status: 'failed', security_score: null, grade: null, error })
  assert.match(textReport(failed), /\nThe scan failed: nothing listens there\n/)
})

test('lines keep to the width, but for commands that are to be pasted', () => {
  for (const width of [40, 57, 80, 200]) {
    for (const document of [scanDocument(), hostileDocument()]) {
      const lines = textReport(document, { width }).split('\n')
      for (const line of lines) if (!/^ {2}Repeat/.test(line)) assert.ok(cells(line) <= width, `${width}: ${line}`)
    }
  }
})

test('a target has no hold on the terminal, with colour or without', () => {
  const plain = textReport(hostileDocument())
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
  assert.doesNotMatch(plain, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066\u2069\ufffe]/)
  assert.ok(plain.isWellFormed())
  assert.match(plain, /\\x1b\[2J/)
  const colored = textReport(hostileDocument(), { color: true })
  assert.ok(colored.includes('\x1b['))
  // Our own sequences set colours; nothing else is left when they are gone.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: our own sequences
  assert.equal(colored.replace(/\x1b\[[0-9;]*m/g, ''), plain)
  assert.ok(!plain.includes(HOSTILE))
})

test('wrapping counts cells, breaks long words, and keeps line breaks', () => {
  assert.deepEqual(wrap('one two three', 7), ['one two', 'three'])
  assert.deepEqual(wrap('abcdefgh ij', 3), ['abc', 'def', 'gh', 'ij'])
  assert.deepEqual(wrap('a\n\nb', 10), ['a', '', 'b'])
  assert.deepEqual(wrap('漢字漢字', 5), ['漢字', '漢字'])
  assert.deepEqual(['漢字', '😀', 'é', 'e\u0301', 'ab', '👨‍👩‍👧'].map(cells), [4, 2, 1, 1, 2, 2])
})

test('the server’s TLS stands in a line: grade, why not better, versions, key exchange', () => {
  const line = textReport({ ...scanDocument([]), coverage: coverage() }, { width: 400 })
  assert.match(
    line,
    /TLS: SSL Labs style grade B \(TLS 1\.0 or 1\.1\); TLS 1\.2 \(1 suite\), TLS 1\.0 \(1 suite\); no post-quantum key exchange/,
  )
})
