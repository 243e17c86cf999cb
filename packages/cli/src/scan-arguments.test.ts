import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CliError } from './cli-error.ts'
import { command } from './commands/scan.ts'
import { readScan } from './scan-arguments.ts'
import { readInvocation, splitCommand } from './words.ts'

const read = (words: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
  readScan(readInvocation(command, splitCommand(words, ['scan']).rest), environment)

const DEFAULTS = {
  url: 'https://example.com',
  type: 'full',
  format: 'text',
  output: null,
  reports: [],
  failOn: null,
  minScore: null,
  baseline: null,
  server: null,
  profile: null,
  policy: null,
  timeout: null,
  waitFor: null,
  retries: 0,
  headers: [],
  login: null,
  crawl: { include: [], exclude: [], browser: true },
  allowPrivate: false,
  quiet: false,
  noColor: false,
}

test('a scan without options', () => {
  assert.deepEqual(read(['scan', 'https://example.com']), DEFAULTS)
})

test('every option, in any order and form', () => {
  const words =
    '--type=quick scan --format sarif -o out.sarif --fail-on high --min-score 80.5 --baseline old.json --server https://l.example.com/x --timeout 30 --allow-private -q --no-color https://example.com'
  assert.deepEqual(read(words.split(' ')), {
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
  assert.deepEqual(read([...words, ...more]), {
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
      () => read(['scan', 'https://example.com', ...words]),
      (error) => error instanceof CliError && message.test(error.message),
    )
  })
}

test('reports beside the result, waiting, and trying again', () => {
  const words = 'scan https://a.example --report sarif=a.sarif --report gitlab=x=y.json --retries 3 --json'.split(' ')
  const waiting = ['--wait-for-url', 'http://localhost:3000/health', '--wait-timeout', '20']
  const { format, reports, retries, waitFor } = read([...words, ...waiting])
  assert.equal(format, 'json')
  assert.deepEqual(reports, [
    { format: 'sarif', file: 'a.sarif' },
    { format: 'gitlab', file: 'x=y.json' },
  ])
  assert.equal(retries, 3)
  assert.deepEqual([waitFor?.url.href, waitFor?.limit], ['http://localhost:3000/health', 20_000])
})

test('secrets come from the environment, and are not repeated when they are wrong', () => {
  const words = ['scan', 'https://a.example', '--header', 'Authorization: Bearer {{env.TOKEN}}']
  assert.deepEqual(read(words, { TOKEN: 'x' }).headers, [['Authorization', 'Bearer x']])
  assert.throws(() => read(words), /environment has no TOKEN/)
  assert.throws(
    () => read(['scan', 'https://a.example', '--cookie', 'pa ss=hunter2']),
    (error) => error instanceof CliError && !error.message.includes('hunter2'),
  )
})

for (const [words, message] of [
  ['scan', /^Say which website to scan/],
  ['scan a.example b.example', /"b\.example" is one too many/],
  ['scan x.example --fail-onn high', /There is no option "--fail-onn"\. Did you mean --fail-on\?/],
  ['scan x.example --xyzzy', /There is no option "--xyzzy"\. lasthash scan --help lists them\./],
  ['scan x.example -z', /There is no option "-z"/],
  ['scan x.example --type', /--type needs a value/],
  ['scan x.example --type --format json', /--type needs a value/],
  ['scan x.example --quiet=yes', /--quiet takes no value/],
  ['scan x.example --type fulll', /--type takes quick, full or active, not "fulll"\. Did you mean full\?/],
  [
    'scan x.example --format xml',
    /--format takes text, json, sarif, junit, html, pdf, csv, gitlab or markdown, not "xml"\.$/,
  ],
  ['scan x.example --fail-on severe', /--fail-on takes critical, high, medium, low or info, not "severe"/],
  ['scan x.example --min-score 101', /--min-score takes a number from 0 to 100, not "101"/],
  ['scan x.example --min-score=-1', /not "-1"/],
  ['scan x.example --min-score 8e1', /not "8e1"/],
  ['scan x.example --timeout 0', /--timeout takes seconds, from 1 to 86400, not "0"/],
  ['scan x.example --server lasthash', /--server takes the address of a LastHash server/],
  ['scan x.example --server ftp://l.example', /--server takes the address/],
  ['scan x.example --server https://me:secret@l.example', /--server takes no user name or password/],
  ['scan x.example --output=', /--output needs the name of a file/],
  ['scan x.example --report x.sarif', /--report takes FORMAT=FILE/],
  ['scan x.example --report sarf=x.sarif', /not "sarf"\. Did you mean sarif\?/],
  ['scan x.example --json --format html', /--json and --format html exclude each other/],
  ['scan x.example --wait-timeout 3', /goes with --wait-for-url/],
  ['scan x.example --wait-for-url localhost', /takes an address such as https/],
  ['scan x.example --retries 1.5', /--retries takes a whole number from 0 to 10/],
  ['scan x.example --policy pol_1', /--policy goes with --server/],
] as const) {
  test(`refused: lasthash ${words}`, () => {
    assert.throws(
      () => read(words.split(' ').filter(Boolean)),
      (error) => error instanceof CliError && message.test(error.message),
    )
  })
}
