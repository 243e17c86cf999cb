import { parseArgs } from 'node:util'
import { CliError } from './cli-error.ts'
import { nearest } from './nearest.ts'

const TYPES = ['quick', 'full', 'active'] as const
const FORMATS = ['text', 'json', 'sarif', 'junit', 'html'] as const
/** Worst first, as in the engine, which is not loaded only to read a word. */
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const
const COMMANDS = ['scan', 'checks', 'feeds', 'help', 'version'] as const
const FEED_ACTIONS = ['status', 'update'] as const
const OPTIONS = {
  type: { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  'min-score': { type: 'string' },
  baseline: { type: 'string' },
  server: { type: 'string' },
  policy: { type: 'string' },
  timeout: { type: 'string' },
  header: { type: 'string', multiple: true },
  cookie: { type: 'string', multiple: true },
  login: { type: 'string' },
  include: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  'no-browser': { type: 'boolean' },
  'allow-private': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  'no-color': { type: 'boolean' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const
type OptionName = keyof typeof OPTIONS
/** What a server keeps with its website, or does not take. */
const LOCAL = ['header', 'cookie', 'login', 'include', 'exclude', 'no-browser'] as const satisfies readonly OptionName[]

export type Format = (typeof FORMATS)[number]

export interface ScanCommand {
  name: 'scan'
  url: string
  type: (typeof TYPES)[number]
  format: Format
  /** Null: stdout. */
  output: string | null
  failOn: (typeof SEVERITIES)[number] | null
  minScore: number | null
  baseline: string | null
  server: URL | null
  /** Of the server, which judges the scan by it. */
  policy: string | null
  /** Milliseconds. */
  timeout: number | null
  /** Sent with every request to the website; cookies are among them. */
  headers: (readonly [name: string, value: string])[]
  /** A JSON file that says how to log in. */
  login: string | null
  crawl: { include: string[]; exclude: string[]; browser: boolean }
  allowPrivate: boolean
  quiet: boolean
  noColor: boolean
}
export interface FeedsCommand {
  name: 'feeds'
  action: (typeof FEED_ACTIONS)[number]
  /** Empty: all of them. */
  feeds: readonly string[]
  force: boolean
}
export type Command = ScanCommand | FeedsCommand | { name: 'help' | 'version' | 'checks' }

/** Reads the words after `lasthash`. Throws `CliError` that names the wrong one and what it takes. */
export function readArguments(words: readonly string[]): Command {
  const { values, positionals } = readOptions(words)
  const [name, ...rest] = positionals
  if (values.help || name === 'help') return { name: 'help' }
  if (values.version || name === 'version') return { name: 'version' }
  if (name === undefined)
    throw new CliError('Say what to do, as in: lasthash scan https://example.com (all of it: lasthash --help)')
  if (name === 'checks') {
    if (rest.length > 0) throw new CliError(`checks takes nothing more, and was given ${quoted(rest[0]!)}.`)
    return { name }
  }
  if (name === 'feeds') return feedsCommand(rest, values.force ?? false)
  if (name !== 'scan') throw new CliError(unknownCommand(name))
  if (rest.length === 0) throw new CliError('Say which website to scan, as in: lasthash scan https://example.com')
  if (rest.length > 1) throw new CliError(`One website at a time: ${quoted(rest[1]!)} is one too many.`)
  const local = LOCAL.find((option) => values[option] !== undefined)
  if (values.server !== undefined && local) {
    throw new CliError(`--${local} goes with scans from this machine, not with --server.`)
  }
  return {
    name,
    url: rest[0]!,
    type: oneOf('type', values.type, TYPES) ?? 'full',
    format: formatOf(values.format),
    output: filled('output', values.output),
    failOn: oneOf('fail-on', values['fail-on'], SEVERITIES),
    minScore: numberOf('min-score', values['min-score'], 'a number from 0 to 100', (n) => n >= 0 && n <= 100),
    baseline: filled('baseline', values.baseline),
    server: serverOf(values.server),
    policy: policyOf(values.policy, values.server),
    timeout: millisecondsOf(values.timeout),
    headers: [...(values.header ?? []).map(headerOf), ...cookieOf(values.cookie)],
    login: filled('login', values.login),
    crawl: {
      include: (values.include ?? []).map((path) => pathOf('include', path)),
      exclude: (values.exclude ?? []).map((path) => pathOf('exclude', path)),
      browser: !values['no-browser'],
    },
    allowPrivate: values['allow-private'] ?? false,
    quiet: values.quiet ?? false,
    noColor: values['no-color'] ?? false,
  }
}

function feedsCommand([action = 'status', ...feeds]: readonly string[], force: boolean): FeedsCommand {
  const found = FEED_ACTIONS.find((one) => one === action)
  if (!found) {
    const meant = nearest(action, FEED_ACTIONS)
    throw new CliError(`feeds takes status or update, not ${quoted(action)}.${meant ? ` Did you mean ${meant}?` : ''}`)
  }
  return { name: 'feeds', action: found, feeds, force }
}

function readOptions(words: readonly string[]) {
  const args = [...words]
  // Leniently first: the messages that strict parsing gives do not say what would be right.
  const { tokens } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!isOption(token.name)) throw new CliError(unknownOption(token.rawName))
    const takesValue = OPTIONS[token.name].type === 'string'
    if (!takesValue && token.value !== undefined) throw new CliError(`${token.rawName} takes no value.`)
    const missing = token.value === undefined || (!token.inlineValue && /^-./.test(token.value))
    if (takesValue && missing) throw new CliError(`${token.rawName} needs a value.`)
  }
  return parseArgs({ args, options: OPTIONS, allowPositionals: true })
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name)
}

function unknownOption(rawName: string): string {
  const meant = nearest(
    rawName,
    Object.keys(OPTIONS).map((name) => `--${name}`),
  )
  return `There is no option ${quoted(rawName)}. ${meant ? `Did you mean ${meant}?` : 'lasthash --help lists them.'}`
}

function unknownCommand(name: string): string {
  const meant = nearest(name, COMMANDS)
  if (meant) return `There is no command ${quoted(name)}. Did you mean ${meant}?`
  if (name.includes('.') || name.includes(':'))
    return `There is no command ${quoted(name)}. Did you mean: lasthash scan ${name}`
  return `There is no command ${quoted(name)}: ${COMMANDS.join(', ')} are.`
}

function oneOf<T extends string>(option: OptionName, value: string | undefined, allowed: readonly T[]): T | null {
  if (value === undefined) return null
  const found = allowed.find((one) => one === value)
  if (found) return found
  const meant = nearest(value, allowed)
  throw new CliError(
    `--${option} takes ${list(allowed)}, not ${quoted(value)}.${meant ? ` Did you mean ${meant}?` : ''}`,
  )
}

function formatOf(value: string | undefined): Format {
  if (value === 'pdf') {
    throw new CliError('--format pdf is not in this version: use html, which is made to be printed.')
  }
  return oneOf('format', value, FORMATS) ?? 'text'
}

function filled(option: OptionName, value: string | undefined): string | null {
  if (value === '') throw new CliError(`--${option} needs the name of a file.`)
  return value ?? null
}

/** `Name: value`, as curl takes it. */
function headerOf(text: string): readonly [string, string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\x20-\x7e\t]*)$/.exec(text) ?? []
  if (!name || value === undefined) throw new CliError(`--header takes "Name: value", not ${quoted(text)}.`)
  if (/^(?:host|content-length|transfer-encoding|connection)$/i.test(name)) {
    throw new CliError(`--header cannot set ${name}: it belongs to the connection.`)
  }
  return [name, value.trim()]
}

/** One field for all of them, as browsers send it. */
function cookieOf(cookies: readonly string[] = []): (readonly [string, string])[] {
  for (const cookie of cookies) {
    if (!/^[^\s=;]+=[\x20-\x7e]*$/.test(cookie)) throw new CliError(`--cookie takes name=value, not ${quoted(cookie)}.`)
  }
  return cookies.length > 0 ? [['Cookie', cookies.join('; ')]] : []
}

function pathOf(option: 'include' | 'exclude', path: string): string {
  if (!path.startsWith('/'))
    throw new CliError(`--${option} takes how a path begins, as in /shop, not ${quoted(path)}.`)
  return path
}

function numberOf(
  option: OptionName,
  value: string | undefined,
  wanted: string,
  fits: (number: number) => boolean,
): number | null {
  if (value === undefined) return null
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!fits(number)) throw new CliError(`--${option} takes ${wanted}, not ${quoted(value)}.`)
  return number
}

const LONGEST = 86_400 // seconds: a day

function millisecondsOf(value: string | undefined): number | null {
  const seconds = numberOf('timeout', value, `seconds, from 1 to ${LONGEST}`, (n) => n >= 1 && n <= LONGEST)
  return seconds === null ? null : seconds * 1000
}

function serverOf(value: string | undefined): URL | null {
  if (value === undefined) return null
  const url = URL.parse(value)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new CliError(
      `--server takes the address of a LastHash server, as in https://lasthash.example.com, not ${quoted(value)}.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new CliError('--server takes no user name or password: the key goes into LASTHASH_API_KEY.')
  }
  return url
}

function policyOf(value: string | undefined, server: string | undefined): string | null {
  if (value === undefined) return null
  if (server === undefined) throw new CliError('--policy goes with --server, which keeps the policies.')
  if (!/^pol_\w+$/.test(value)) throw new CliError(`--policy takes the id of a policy, pol_…, not ${quoted(value)}.`)
  return value
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function quoted(word: string): string {
  return JSON.stringify(word)
}
