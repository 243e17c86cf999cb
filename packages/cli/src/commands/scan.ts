import type { CommandSpec, Options } from '../command.ts'

export const TYPES = ['quick', 'full', 'active'] as const
export const FORMATS = ['text', 'json', 'sarif', 'junit', 'html', 'pdf', 'csv', 'gitlab', 'markdown'] as const
/** Worst first, as in the engine, which is not loaded only to read a word. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const

const WHAT = 'What to scan'
const WHOM = 'As whom to scan'
const WAIT = 'When to scan'
const PRINT = 'What to print'
const FAIL = 'When to fail'
const THERE = 'With a LastHash server'

const OPTIONS: Options = {
  type: {
    section: WHAT,
    value: 'TYPE',
    choices: TYPES,
    help: 'quick: start page, TLS, DNS and mail, in seconds; full (default): also the whole site, in a browser, too, and files that should not be there; active: attacks, not in this version',
  },
  'allow-private': { section: WHAT, help: 'let the scan reach loopback and private addresses' },
  timeout: {
    section: WHAT,
    value: 'SECONDS',
    help: 'look no longer than that, and judge what is there (60 for quick, 600 for full); with --server: how long to wait for the scan (3600)',
  },
  include: {
    section: WHAT,
    value: 'PATH',
    multiple: true,
    help: 'crawl only paths that begin so (* for anything, $ for the end; may be repeated)',
  },
  exclude: { section: WHAT, value: 'PATH', multiple: true, help: 'leave out paths that begin so' },
  'no-browser': { section: WHAT, help: 'open no page in a browser' },

  'wait-for-url': {
    section: WAIT,
    value: 'URL',
    help: 'wait until this address answers well (2xx, 3xx, 401 or 403) before the scan: for deployments that are just coming up',
  },
  'wait-timeout': { section: WAIT, value: 'SECONDS', help: 'how long to wait for it (300)' },
  retries: {
    section: WAIT,
    value: 'N',
    help: 'scan again, up to N times, when the website could not be reached (0)',
  },

  header: {
    section: WHOM,
    value: '"NAME: VALUE"',
    multiple: true,
    help: 'send it with every request to the website (may be repeated); the value is left out of all results; {{env.NAME}} stands for a variable of the environment',
  },
  cookie: { section: WHOM, value: 'NAME=VALUE', multiple: true, help: 'likewise' },
  login: {
    section: WHOM,
    value: 'FILE',
    help: 'a JSON file that says how to log in: {"url": "/login", "username": "ann", "password": "{{env.PASSWORD}}"}, or "steps"; see docs/log-in.md',
  },

  format: {
    section: PRINT,
    value: 'FORMAT',
    help: 'text (default), json, sarif, junit, html, pdf, csv, gitlab (its DAST report) or markdown (a summary)',
  },
  json: { section: PRINT, help: 'as --format json' },
  output: { section: PRINT, value: 'FILE', short: 'o', help: 'write the result there instead of to stdout' },
  report: {
    section: PRINT,
    value: 'FORMAT=FILE',
    multiple: true,
    help: 'write the result there, too, in that format (may be repeated): sarif=lasthash.sarif',
  },

  'fail-on': {
    section: FAIL,
    value: 'SEVERITY',
    choices: SEVERITIES,
    help: 'on a finding that is so bad or worse: critical, high, medium, low or info',
  },
  'min-score': { section: FAIL, value: 'N', help: 'on a score below N, from 0 to 100' },
  baseline: {
    section: FAIL,
    value: 'FILE',
    help: 'an earlier --format json: only findings that are not in it count for --fail-on (low, if that is not said); it may be of the same website at another address, such as production for a preview',
  },
  policy: { section: FAIL, value: 'ID', help: 'with --server: when its policy of that id says so' },

  server: {
    section: THERE,
    value: 'URL',
    help: 'let it scan and keep the result; the key is in LASTHASH_API_KEY, or in the profile that lasthash login made',
  },
  profile: { section: THERE, value: 'NAME', help: 'the server and key of that profile' },
}

export const command: CommandSpec = {
  name: 'scan',
  actions: [
    {
      name: '',
      summary: 'scan a website for security faults, and tell how to mend them',
      words: [{ name: 'URL', what: 'which website to scan' }],
      options: OPTIONS,
      example: 'scan https://example.com',
    },
  ],
  more: `Scan your own websites, or those whose owners asked you to.

Tentative findings, and those that were accepted or marked as false, never count
for the gate. Results are written before the command fails.

Exit codes
  0  passed
  1  failed, by --fail-on, --min-score, --baseline or --policy
  2  could not be run: bad arguments, target unreachable, server refused

The result goes to stdout and everything else to stderr.

Examples
  lasthash scan example.com
  lasthash scan example.com --type quick --fail-on high --min-score 80
  lasthash scan example.com --format html --output report.html
  lasthash scan example.com --format json -o now.json --baseline before.json
  lasthash scan http://localhost:3000 --allow-private
  lasthash scan https://preview.example.com --wait-for-url \\
    https://preview.example.com/health --report sarif=lasthash.sarif`,
  async run(invocation, environment) {
    const { readScan } = await import('../scan-arguments.ts')
    const { runScan } = await import('../scan-command.ts')
    return runScan(readScan(invocation, environment), environment)
  },
}
