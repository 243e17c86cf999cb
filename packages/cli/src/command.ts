import type { ExitCode } from './cli-error.ts'

/** An option as its command declares it: what reads the words, the help, docs/cli.md and shell completion are made from it. */
export interface OptionSpec {
  /** How the help calls its value; left out, it takes none. */
  value?: string
  short?: string
  /** May be given several times. */
  multiple?: true
  /** The only values that it takes. */
  choices?: readonly string[]
  help: string
  /** The heading in the help under which it stands. */
  section?: string
}
export type Options = Readonly<Record<string, OptionSpec>>

export interface WordSpec {
  /** As the help calls it: `URL`, `ID`. */
  name: string
  /** What to say when it is missing: `which website to scan`. */
  what: string
  optional?: true
  /** Any number of them. */
  many?: true
}

/** One thing that a command does: `list` of `lasthash websites list`. */
export interface ActionSpec {
  /** Empty where the command does one thing only. */
  name: string
  summary: string
  words?: readonly WordSpec[]
  options?: Options
  /** What follows `lasthash`, that works as it stands. */
  example: string
}

export interface CommandSpec {
  name: string
  actions: readonly ActionSpec[]
  /** The action that is meant when none is named. */
  default?: string
  /** What the help says below the options. */
  more?: string
  run(invocation: Invocation, environment: NodeJS.ProcessEnv): Promise<ExitCode>
}

export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** What was typed, by the command's own declaration: known names, one value for each option that takes one. */
export interface Invocation {
  command: CommandSpec
  action: ActionSpec
  words: readonly string[]
  values: Values
}

/** What every command takes. */
export const COMMON: Options = {
  help: { short: 'h', help: 'say how the command is called' },
  'no-color': { help: 'no colours (also: NO_COLOR=1)' },
  quiet: { short: 'q', help: 'say nothing on stderr but what went wrong' },
}

/** What every command takes that speaks to a server. */
export const SERVER: Options = {
  server: {
    value: 'URL',
    help: 'the LastHash server (also: LASTHASH_BASE_URL, or the profile)',
    section: 'Which server',
  },
  profile: {
    value: 'NAME',
    help: 'a profile that lasthash login made (also: LASTHASH_PROFILE)',
    section: 'Which server',
  },
  json: { help: 'print JSON, as the API gives it', section: 'What to print' },
}

export function text(values: Values, name: string): string | null {
  const value = values[name]
  return typeof value === 'string' ? value : null
}

export function texts(values: Values, name: string): readonly string[] {
  const value = values[name]
  return Array.isArray(value) ? value : []
}

export function flag(values: Values, name: string): boolean {
  return values[name] === true
}
