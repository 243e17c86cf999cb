import { parseArgs } from 'node:util'
import { CliError } from './cli-error.ts'
import { type ActionSpec, COMMON, type CommandSpec, type Invocation, type Options, type Values } from './command.ts'
import { nearest } from './nearest.ts'

/** The command among the words, and the rest of them. Options may stand before it, as in `-q scan …`. */
export function splitCommand(
  words: readonly string[],
  names: readonly string[],
): { name: string | null; rest: readonly string[] } {
  const first = words.findIndex((word) => !word.startsWith('-'))
  const known = words.findIndex((word) => names.includes(word))
  const at = first > 0 && known >= 0 ? known : first
  return at < 0 ? { name: null, rest: words } : { name: words[at]!, rest: words.toSpliced(at, 1) }
}

/** Reads what follows a command's name. Throws `CliError` that names the wrong word and what would be right. */
export function readInvocation(command: CommandSpec, words: readonly string[]): Invocation {
  const options = optionsOf(command)
  const { values, positionals } = readOptions(command, options, words)
  const { action, rest } = actionOf(command, positionals, values.help === true)
  if (!values.help) {
    refuseForeign(command, action, values)
    refuseWords(command, action, rest)
  }
  return { command, action, words: rest, values }
}

/** Of all its actions, and what every command takes. */
export function optionsOf(command: CommandSpec): Options {
  return Object.assign({}, ...command.actions.map(({ options }) => options), COMMON)
}

function actionOf(command: CommandSpec, positionals: readonly string[], help: boolean) {
  const only = command.actions[0]!
  if (only.name === '') return { action: only, rest: positionals }
  const [name = command.default, ...rest] = positionals
  const action = command.actions.find((one) => one.name === name)
  if (action) return { action, rest }
  const names = command.actions.map((one) => one.name)
  if (name === undefined || help) {
    if (help) return { action: only, rest }
    throw new CliError(`Say what to do: ${command.name} takes ${list(names)}, as in: lasthash ${only.example}`)
  }
  throw new CliError(`${command.name} takes ${list(names)}, not ${quoted(name)}.${didYouMean(name, names)}`)
}

function refuseForeign(command: CommandSpec, action: ActionSpec, values: Values): void {
  for (const name of Object.keys(values)) {
    if (name in COMMON || (action.options && name in action.options)) continue
    const owners = command.actions.filter(({ options }) => options && name in options)
    const there = list(owners.map((owner) => `${command.name} ${owner.name}`))
    throw new CliError(`--${name} goes with ${there}, not with ${command.name} ${action.name}.`)
  }
}

function refuseWords(command: CommandSpec, { name, words = [], example }: ActionSpec, given: readonly string[]): void {
  const missing = words[given.length]
  if (missing && !missing.optional) throw new CliError(`Say ${missing.what}, as in: lasthash ${example}`)
  if (given.length <= words.length || words.at(-1)?.many) return
  const called = [command.name, name].filter(Boolean).join(' ')
  const extra = quoted(given[words.length]!)
  if (words.length === 0) throw new CliError(`${called} takes nothing more, and was given ${extra}.`)
  throw new CliError(`${called} takes one ${words.at(-1)!.name} at a time: ${extra} is one too many.`)
}

function readOptions(command: CommandSpec, options: Options, words: readonly string[]) {
  const args = [...words]
  const forms = Object.fromEntries(
    Object.entries(options).map(([name, { value, short, multiple }]) => {
      const type: 'string' | 'boolean' = value === undefined ? 'boolean' : 'string'
      return [name, { type, multiple: multiple ?? false, ...(short ? { short } : {}) }]
    }),
  )
  // Leniently: the messages that strict parsing gives do not say what would be right.
  const { tokens, values, positionals } = parseArgs({
    args,
    options: forms,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name]! : null
    if (!option) throw new CliError(unknownOption(command, options, token.rawName))
    const takesValue = option.value !== undefined
    if (!takesValue && token.value !== undefined) throw new CliError(`${token.rawName} takes no value.`)
    const missing = token.value === undefined || (!token.inlineValue && /^-./.test(token.value))
    if (takesValue && missing) throw new CliError(`${token.rawName} needs a value.`)
    if (option.choices) oneOf(token.name, token.value, option.choices)
  }
  return { values: values as Values, positionals }
}

function unknownOption({ name }: CommandSpec, options: Options, rawName: string): string {
  const names = Object.keys(options).map((one) => `--${one}`)
  const meant = nearest(rawName, names)
  return `There is no option ${quoted(rawName)}. ${meant ? `Did you mean ${meant}?` : `lasthash ${name} --help lists them.`}`
}

/** What to say of a word that is no command. */
export function unknownCommand(name: string, names: readonly string[]): string {
  const meant = nearest(name, names)
  if (meant) return `There is no command ${quoted(name)}. Did you mean ${meant}?`
  if (name.includes('.') || name.includes(':'))
    return `There is no command ${quoted(name)}. Did you mean: lasthash scan ${name}`
  return `There is no command ${quoted(name)}: lasthash --help lists them.`
}

/** The value, when it is one of those allowed. Throws `CliError` that names the nearest. */
export function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T | null {
  if (value === undefined || value === null) return null
  const found = allowed.find((one) => one === value)
  if (found) return found
  const given = String(value)
  throw new CliError(`--${option} takes ${list(allowed)}, not ${quoted(given)}.${didYouMean(given, allowed)}`)
}

function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates)
  return meant ? ` Did you mean ${meant}?` : ''
}

/** `a, b or c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

export function quoted(word: string): string {
  return JSON.stringify(word)
}
