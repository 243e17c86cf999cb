import { CliError } from './cli-error.ts'
import { flag, type Invocation, text, texts } from './command.ts'
import { FORMATS, SEVERITIES, TYPES } from './commands/scan.ts'
import { filledIn } from './environment-text.ts'
import { oneOf, quoted } from './words.ts'

/** What a server keeps with its website, or does not take. */
const LOCAL = ['header', 'cookie', 'login', 'include', 'exclude', 'no-browser'] as const

export type Format = (typeof FORMATS)[number]
export type Severity = (typeof SEVERITIES)[number]

/** A result to write: in which format, and where. */
export interface Report {
  format: Format
  file: string
}

export interface ScanCommand {
  url: string
  type: (typeof TYPES)[number]
  format: Format
  /** Null: stdout. */
  output: string | null
  /** Beside that. */
  reports: readonly Report[]
  failOn: Severity | null
  minScore: number | null
  baseline: string | null
  /** Null with a profile: its server. */
  server: URL | null
  profile: string | null
  /** Of the server, which judges the scan by it. */
  policy: string | null
  /** Milliseconds. */
  timeout: number | null
  waitFor: { url: URL /** Milliseconds. */; limit: number } | null
  /** More tries, when the website could not be reached. */
  retries: number
  /** Sent with every request to the website; cookies are among them. */
  headers: (readonly [name: string, value: string])[]
  /** A JSON file that says how to log in. */
  login: string | null
  crawl: { include: string[]; exclude: string[]; browser: boolean }
  allowPrivate: boolean
  quiet: boolean
  noColor: boolean
}

/** Reads what was typed after `lasthash scan`. Throws `CliError` that names the wrong word and what would be right. */
export function readScan({ words, values }: Invocation, environment: NodeJS.ProcessEnv): ScanCommand {
  const there = values.server !== undefined || values.profile !== undefined
  const local = LOCAL.find((option) => values[option] !== undefined)
  if (there && local) throw new CliError(`--${local} goes with scans from this machine, not with --server.`)
  const headers = texts(values, 'header').map((one) => headerOf(filledIn(one, environment, '--header')))
  return {
    url: words[0]!,
    type: oneOf('type', text(values, 'type'), TYPES) ?? 'full',
    format: formatOf(text(values, 'format'), flag(values, 'json')),
    output: filled('output', text(values, 'output')),
    reports: texts(values, 'report').map(reportOf),
    failOn: oneOf('fail-on', text(values, 'fail-on'), SEVERITIES),
    minScore: numberOf('min-score', text(values, 'min-score'), 'a number from 0 to 100', (n) => n >= 0 && n <= 100),
    baseline: filled('baseline', text(values, 'baseline')),
    server: serverOf(text(values, 'server')),
    profile: filled('profile', text(values, 'profile')),
    policy: policyOf(text(values, 'policy'), there),
    timeout: millisecondsOf('timeout', text(values, 'timeout')),
    waitFor: waitOf(text(values, 'wait-for-url'), text(values, 'wait-timeout')),
    retries: numberOf('retries', text(values, 'retries'), 'a whole number from 0 to 10', isCount) ?? 0,
    headers: [...headers, ...cookieOf(texts(values, 'cookie').map((one) => filledIn(one, environment, '--cookie')))],
    login: filled('login', text(values, 'login')),
    crawl: {
      include: texts(values, 'include').map((path) => pathOf('include', path)),
      exclude: texts(values, 'exclude').map((path) => pathOf('exclude', path)),
      browser: !flag(values, 'no-browser'),
    },
    allowPrivate: flag(values, 'allow-private'),
    quiet: flag(values, 'quiet'),
    noColor: flag(values, 'no-color'),
  }
}

const isCount = (n: number) => Number.isInteger(n) && n <= 10

function formatOf(value: string | null, json: boolean): Format {
  if (json && value !== null && value !== 'json') throw new CliError(`--json and --format ${value} exclude each other.`)
  return oneOf('format', value, FORMATS) ?? (json ? 'json' : 'text')
}

function reportOf(given: string): Report {
  const [, format, file] = /^([^=]*)=(.+)$/.exec(given) ?? []
  if (format === undefined || file === undefined)
    throw new CliError(`--report takes FORMAT=FILE, as in sarif=lasthash.sarif, not ${quoted(given)}.`)
  return { format: oneOf('report', format, FORMATS)!, file }
}

function filled(option: string, value: string | null): string | null {
  if (value === '') throw new CliError(`--${option} needs ${option === 'profile' ? 'a name' : 'the name of a file'}.`)
  return value
}

/** `Name: value`, as curl takes it. The value may be a secret and is not repeated. */
function headerOf(given: string): readonly [string, string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\x20-\x7e\t]*)$/.exec(given) ?? []
  if (!name || value === undefined) throw new CliError('--header takes "Name: value", in printable ASCII.')
  if (/^(?:host|content-length|transfer-encoding|connection)$/i.test(name)) {
    throw new CliError(`--header cannot set ${name}: it belongs to the connection.`)
  }
  return [name, value.trim()]
}

/** One field for all of them, as browsers send it. */
function cookieOf(cookies: readonly string[]): (readonly [string, string])[] {
  for (const cookie of cookies) {
    if (!/^[^\s=;]+=[\x20-\x7e]*$/.test(cookie)) throw new CliError('--cookie takes name=value, in printable ASCII.')
  }
  return cookies.length > 0 ? [['Cookie', cookies.join('; ')]] : []
}

function pathOf(option: 'include' | 'exclude', path: string): string {
  if (!path.startsWith('/'))
    throw new CliError(`--${option} takes how a path begins, as in /shop, not ${quoted(path)}.`)
  return path
}

/** The number that an option takes. Throws `CliError` that says what is `wanted`. */
export function numberOf(
  option: string,
  value: string | null,
  wanted: string,
  fits: (number: number) => boolean,
): number | null {
  if (value === null) return null
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!fits(number)) throw new CliError(`--${option} takes ${wanted}, not ${quoted(value)}.`)
  return number
}

const LONGEST = 86_400 // seconds: a day
const LONGEST_WAIT = 300_000 // milliseconds for a deployment, unless something else is said

function millisecondsOf(option: string, value: string | null): number | null {
  const seconds = numberOf(option, value, `seconds, from 1 to ${LONGEST}`, (n) => n >= 1 && n <= LONGEST)
  return seconds === null ? null : seconds * 1000
}

function waitOf(address: string | null, limit: string | null): ScanCommand['waitFor'] {
  const milliseconds = millisecondsOf('wait-timeout', limit)
  if (address === null) {
    if (limit !== null) throw new CliError('--wait-timeout goes with --wait-for-url.')
    return null
  }
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new CliError(`--wait-for-url takes an address such as https://preview.example.com, not ${quoted(address)}.`)
  return { url, limit: milliseconds ?? LONGEST_WAIT }
}

/** The address of a server, as typed. Throws `CliError` for what is none. */
export function serverOf(value: string | null, source = '--server'): URL | null {
  if (value === null) return null
  const url = URL.parse(value)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new CliError(
      `${source} takes the address of a LastHash server, as in https://lasthash.example.com, not ${quoted(value)}.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new CliError(`${source} takes no user name or password: the key goes into LASTHASH_API_KEY.`)
  }
  return url
}

function policyOf(value: string | null, there: boolean): string | null {
  if (value === null) return null
  if (!there) throw new CliError('--policy goes with --server, which keeps the policies.')
  if (!/^pol_\w+$/.test(value)) throw new CliError(`--policy takes the id of a policy, pol_…, not ${quoted(value)}.`)
  return value
}
