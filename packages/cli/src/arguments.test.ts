import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readArguments } from './arguments.ts'
import { CliError } from './cli-error.ts'

const DEFAULTS = {
  name: 'scan',
  url: 'https://example.com',
  type: 'full',
  format: 'text',
  output: null,
  failOn: null,
  minScore: null,
  baseline: null,
  server: null,
  policy: null,
  timeout: null,
  headers: [],
  login: null,
  crawl: { include: [], exclude: [], browser: true },
  allowPrivate: false,
  quiet: false,
  noColor: false,
}

test('a scan without options', () => {
  assert.deepEqual(readArguments(['scan', 'https://example.com']), DEFAULTS)
})

test('every option, in any order and form', () => {
  const words =
    '--type=quick scan --format sarif -o out.sarif --fail-on high --min-score 80.5 --baseline old.json --server https://l.example.com/x --timeout 30 --allow-private -q --no-color https://example.com'
  assert.deepEqual(readArguments(words.split(' ')), {
    ...DEFAULTS,
    type: 'quick',
    format: 'sarif',
    output: 'out.sarif',
    failOn: 'high',
    minScore: 80.5,
    baseline: 'old.json',
    server: new URL('https://l.example.com/x'),
    timeout: 30_000,
    allowPrivate: true,
    quiet: true,
    noColor: true,
  })
})

test('headers and cookies, a log-in, and what is crawled', () => {
  const words = [
    'scan',
    'https://example.com',
    '--header',
    'Authorization: Bearer x:y',
    '--cookie',
    'a=1',
    '--cookie',
    'b=2',
  ]
  const more = [
    '--login',
    'login.json',
    '--include',
    '/shop',
    '--exclude',
    '/shop/old',
    '--exclude',
    '/x',
    '--no-browser',
  ]
  assert.deepEqual(readArguments([...words, ...more]), {
    ...DEFAULTS,
    headers: [
      ['Authorization', 'Bearer x:y'],
      ['Cookie', 'a=1; b=2'],
    ],
    login: 'login.json',
    crawl: { include: ['/shop'], exclude: ['/shop/old', '/x'], browser: false },
  })
})

for (const [words, message] of [
  [['--header', 'Authorization'], /--header takes "Name: value"/],
  [['--header', 'A: b\r\nC: d'], /--header takes "Name: value"/],
  [['--header', 'Host: other.test'], /--header cannot set Host/],
  [['--cookie', 'a'], /--cookie takes name=value/],
  [['--include', 'shop'], /--include takes how a path begins/],
  [['--login', 'x.json', '--server', 'https://l.example.com'], /--login goes with scans from this machine/],
] as const) {
  test(`refused: ${words.join(' ')}`, () => {
    assert.throws(
      () => readArguments(['scan', 'https://example.com', ...words]),
      (error) => error instanceof CliError && message.test(error.message),
    )
  })
}

test('help and version win over all else', () => {
  assert.deepEqual(readArguments(['--help']), { name: 'help' })
  assert.deepEqual(readArguments(['-h', 'scan']), { name: 'help' })
  assert.deepEqual(readArguments(['help']), { name: 'help' })
  assert.deepEqual(readArguments(['--version']), { name: 'version' })
  assert.deepEqual(readArguments(['checks']), { name: 'checks' })
})

test('feeds: status without more, update of all or of some', () => {
  assert.deepEqual(readArguments(['feeds']), { name: 'feeds', action: 'status', feeds: [], force: false })
  const words = 'feeds update kev osv-npm --force'.split(' ')
  assert.deepEqual(readArguments(words), { name: 'feeds', action: 'update', feeds: ['kev', 'osv-npm'], force: true })
})

for (const [words, message] of [
  ['feeds updat', /feeds takes status or update, not "updat"\. Did you mean update\?/],
  ['', /^Say what to do, as in: lasthash scan/],
  ['scan', /^Say which website to scan/],
  ['scan a.example b.example', /"b\.example" is one too many/],
  ['scam https://example.com', /There is no command "scam"\. Did you mean scan\?/],
  ['https://example.com', /Did you mean: lasthash scan https:\/\/example\.com$/],
  ['fly', /There is no command "fly": scan, checks, feeds, help, version are\./],
  ['checks tls', /checks takes nothing more/],
  ['scan x.example --fail-onn high', /There is no option "--fail-onn"\. Did you mean --fail-on\?/],
  ['scan x.example --xyzzy', /There is no option "--xyzzy"\. lasthash --help lists them\./],
  ['scan x.example -z', /There is no option "-z"/],
  ['scan x.example --type', /--type needs a value/],
  ['scan x.example --type --format json', /--type needs a value/],
  ['scan x.example --quiet=yes', /--quiet takes no value/],
  ['scan x.example --type fulll', /--type takes quick, full or active, not "fulll"\. Did you mean full\?/],
  ['scan x.example --format pdf', /--format pdf is not in this version: use html/],
  ['scan x.example --format xml', /--format takes text, json, sarif, junit or html, not "xml"\.$/],
  ['scan x.example --fail-on severe', /--fail-on takes critical, high, medium, low or info, not "severe"/],
  ['scan x.example --min-score 101', /--min-score takes a number from 0 to 100, not "101"/],
  ['scan x.example --min-score=-1', /not "-1"/],
  ['scan x.example --min-score 8e1', /not "8e1"/],
  ['scan x.example --timeout 0', /--timeout takes seconds, from 1 to 86400, not "0"/],
  ['scan x.example --server lasthash', /--server takes the address of a LastHash server/],
  ['scan x.example --server ftp://l.example', /--server takes the address/],
  ['scan x.example --server https://me:secret@l.example', /--server takes no user name or password/],
  ['scan x.example --output=', /--output needs the name of a file/],
] as const) {
  test(`refused: lasthash ${words}`, () => {
    assert.throws(
      () => readArguments(words.split(' ').filter(Boolean)),
      (error) => error instanceof CliError && message.test(error.message),
    )
  })
}
