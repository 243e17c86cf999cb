import { CliError } from '../cli-error.ts'

/** What a workflow gave to the action. */
export interface Inputs {
  url: string
  /** For `lasthash scan`. */
  words: readonly string[]
  /** Of these, what also goes for the scan of the base: how it is scanned, not when it fails. */
  baseWords: readonly string[]
  baseline: string | null
  baselineUrl: string | null
  comment: boolean
  /** Tells comments of one pull request apart, where the action runs more than once. */
  commentKey: string
  token: string
}

/** Inputs that become an option of the same name, with their value. */
const VALUES = ['type', 'timeout', 'retries'] as const
const SERVER = ['server'] as const
const GATE = ['fail-on', 'min-score', 'policy', 'wait-for-url', 'wait-timeout'] as const
const LINES = ['header', 'cookie', 'include', 'exclude'] as const
const FLAGS = ['allow-private', 'no-browser'] as const

/** Reads `INPUT_…`, as a runner sets them. Throws `CliError` that names the wrong one. */
export function readInputs(environment: NodeJS.ProcessEnv): Inputs {
  const of = (name: string) => (environment[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '').trim()
  const url = of('url')
  if (url === '') throw new CliError('The action needs the input url: which website to scan.')
  const valued = (names: readonly string[]) =>
    names.flatMap((name) => (of(name) === '' ? [] : [`--${name}=${of(name)}`]))
  const lines = LINES.flatMap((name) =>
    of(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => `--${name}=${line}`),
  )
  const flags = FLAGS.filter((name) => isOn(name, of(name), false)).map((name) => `--${name}`)
  const baseWords = [...valued(VALUES), ...valued(SERVER), ...lines, ...flags]
  const baseline = of('baseline') || null
  const baselineUrl = of('baseline-url') || null
  if (baseline && baselineUrl) throw new CliError('The inputs baseline and baseline-url exclude each other.')
  return {
    url,
    words: [...baseWords, ...valued(GATE)],
    baseWords,
    baseline,
    baselineUrl,
    comment: isOn('comment', of('comment'), true),
    commentKey: of('comment-key') || 'lasthash',
    token: of('github-token'),
  }
}

function isOn(name: string, value: string, otherwise: boolean): boolean {
  if (value === '') return otherwise
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  throw new CliError(`The input ${name} takes true or false, not ${JSON.stringify(value)}.`)
}
