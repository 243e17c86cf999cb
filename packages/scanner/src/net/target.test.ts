import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTarget, TargetError, type TargetErrorCode } from './target.ts'

const OUTSIDE = { allowPrivate: false }
const INSIDE = { allowPrivate: true }

const GOOD: Record<string, string> = {
  'https://example.com': 'https://example.com/',
  'http://example.com/shop?a=1#top': 'http://example.com/shop?a=1',
  'example.com': 'https://example.com/',
  'example.com:8443/x': 'https://example.com:8443/x',
  'example.com:80/x': 'http://example.com/x',
  'example.com:8080': 'https://example.com:8080/',
  '//example.com/x': 'https://example.com/x',
  '  example.com\n': 'https://example.com/',
  'HTTPS://EXAMPLE.com:443/': 'https://example.com/',
  'https://example.com.': 'https://example.com/',
  'https://bücher.example': 'https://xn--bcher-kva.example/',
  'https://8.8.8.8/': 'https://8.8.8.8/',
  'https://[2606:4700::1111]/': 'https://[2606:4700::1111]/',
  'http://a_b.example.com/': 'http://a_b.example.com/',
}

const BAD: Record<TargetErrorCode, readonly string[]> = {
  malformed: [
    '',
    '   ',
    'http://',
    'https:///path',
    'http:example.com',
    'http://exa mple.com',
    'http://example.com\\@evil.test',
    'http://exam\tple.com',
    'http://example.com:99999',
    'http://example.com:0',
    'http://a..b',
    `http://${'a'.repeat(64)}.com`,
    `http://${'a.'.repeat(130)}com`,
    `http://example.com/${'a'.repeat(3000)}`,
    'http://[::1',
    'http://1.2.3.4.5',
    'http://%00.com',
  ],
  scheme: [
    'ftp://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:a@example.com',
    'gopher://x',
    'data:,x',
  ],
  credentials: [
    'https://user:pass@example.com',
    'https://user@example.com',
    'user:pass@example.com',
    'http://:x@example.com',
  ],
  private_address: [
    'http://127.0.0.1',
    'http://127.1',
    'http://127.0.1',
    '127.0.0.1:8080',
    'http://2130706433',
    'http://0x7f000001',
    'http://0x7f.1',
    'http://017700000001',
    'http://0177.0.0.1',
    'http://127.0.0.1.',
    'http://0',
    'http://10.0.0.1',
    'http://012.0.0.1',
    'http://192.168.1.1',
    'http://172.16.0.1',
    'http://100.64.0.1',
    'http://[::1]',
    'http://[::]',
    'http://[::ffff:10.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[64:ff9b::10.0.0.1]',
    'http://[fe80::1]',
    'http://１２７.０.０.１',
    'http://①②⑦.⓪.⓪.①',
    'http://localhost',
    'localhost:3000',
    'http://LOCALHOST.',
    'http://app.localhost',
    'http://printer.local',
    'http://metadata.google.internal',
    'http://router.home.arpa',
    'http://intranet',
  ],
  metadata_address: [
    'http://169.254.169.254/latest/',
    'http://[fd00:ec2::254]',
    'http://0xa9fea9fe',
    'http://168.63.129.16',
  ],
}

for (const [input, url] of Object.entries(GOOD)) {
  test(`${JSON.stringify(input)} is ${url}`, () => assert.equal(parseTarget(input, OUTSIDE).url, url))
}

for (const [code, inputs] of Object.entries(BAD)) {
  for (const input of inputs) {
    test(`${code}: ${JSON.stringify(input.slice(0, 60))}`, () => {
      assert.throws(
        () => parseTarget(input, OUTSIDE),
        (error: unknown) => {
          assert.ok(error instanceof TargetError)
          assert.equal(error.code, code, error.message)
          assert.match(error.message, /\. [A-Z].*\.$/s, 'a sentence and a remedy')
          assert.ok(error.message.length < 400)
          return true
        },
      )
    })
  }
}

test('private targets pass where they are allowed, metadata never', () => {
  for (const input of BAD.private_address) assert.ok(parseTarget(input, INSIDE).url, input)
  for (const input of BAD.metadata_address) {
    assert.throws(() => parseTarget(input, INSIDE), { code: 'metadata_address' })
  }
})

test('all parts of a target', () => {
  assert.deepEqual(parseTarget('http://[::1]:8080/a?b', INSIDE), {
    url: 'http://[::1]:8080/a?b',
    origin: 'http://[::1]:8080',
    scheme: 'http',
    host: '::1',
    port: 8080,
    is_address: true,
    default_port: false,
  })
  const { port, default_port, is_address, host } = parseTarget('example.com', OUTSIDE)
  assert.deepEqual([host, port, default_port, is_address], ['example.com', 443, true, false])
})
