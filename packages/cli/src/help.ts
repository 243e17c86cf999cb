import { type ActionSpec, COMMON, type CommandSpec, type OptionSpec, type Options } from './command.ts'
import { COMMANDS, GROUPS } from './commands/index.ts'

const WIDTH = 80 // columns
const INDENT = 28 // columns before what an option does

/** `lasthash --help`. */
export function overview(): string {
  const longest = Math.max(...Object.keys(COMMANDS).map((name) => name.length))
  const groups = Object.entries(GROUPS).flatMap(([group, title]) => [
    title,
    ...Object.entries(COMMANDS)
      .filter(([, entry]) => entry.group === group)
      .map(([name, { summary }]) => `  ${name.padEnd(longest)}  ${summary}`),
    '',
  ])
  return `LastHash scans websites for security faults and tells how to mend them.

Usage
  lasthash COMMAND [options]
  lasthash COMMAND --help       how a command is called
  lasthash --version

${groups.join('\n')}
Exit codes
  0  done; of a scan: passed
  1  the gate of a scan failed; something is not verified, or missing (doctor)
  2  it could not be run: bad arguments, target unreachable, server refused

Results go to stdout and everything else to stderr.

Environment
  LASTHASH_API_KEY                  the key for the server
  LASTHASH_BASE_URL                 the server; without it, that of the profile
  LASTHASH_PROFILE                  the profile that lasthash login made
  LASTHASH_CONFIG                   the file of profiles
                                    (~/.config/lasthash/config.json)
  LASTHASH_ALLOW_PRIVATE_TARGETS=1  as --allow-private
  LASTHASH_DNS_SERVERS              DNS servers to ask, separated by commas
  LASTHASH_RDAP_BOOTSTRAP           a mirror of IANA's list of registries, which
                                    tell when domains expire; or off
  CHROME_PATH                       the Chromium to open pages in
  NODE_EXTRA_CA_CERTS               file of further authorities to trust
  LASTHASH_DATA_DIR                 where feeds are kept (./.lasthash)
  LASTHASH_FEED_MIRROR              address of a mirror of all feeds
  LASTHASH_FEED_<NAME>              address of one feed, http, https or file
  LASTHASH_FEED_WORDFENCE_KEY       key for the feed of WordPress
  NO_COLOR=1                        no colours

Examples
  lasthash scan example.com
  lasthash scan example.com --type quick --fail-on high --min-score 80
  lasthash scan http://localhost:3000 --allow-private
`
}

/** `lasthash COMMAND --help`: all its actions, or the one that was named. */
export function helpOf(command: CommandSpec, named: ActionSpec | null = null): string {
  const actions = named ? [named] : command.actions
  const calls = actions.map((action) => ({ call: callOf(command, action), summary: action.summary }))
  const [only] = actions
  const usage =
    actions.length === 1
      ? [`Usage\n  ${calls[0]!.call}\n\n${wrapped(sentence(only!.summary), 0)}`]
      : ['Usage', ...calls.map(({ call, summary }) => entry(call, summary))]
  const options: Options = Object.assign({}, ...actions.map((action) => action.options))
  const blocks = [usage.join('\n'), ...sections(options), sections(COMMON)[0]!]
  if (command.more && !named) blocks.push(command.more)
  return `${blocks.join('\n\n')}\n`
}

/** `lasthash scan URL [options]`. */
export function callOf(command: CommandSpec, { name, words = [], options }: ActionSpec): string {
  const shown = words.map((word) => {
    const called = word.many ? `${word.name}…` : word.name
    return word.optional ? `[${called}]` : called
  })
  return ['lasthash', command.name, name, ...shown, ...(options ? ['[options]'] : [])].filter(Boolean).join(' ')
}

function sections(options: Options): string[] {
  const titles = new Map<string, string[]>()
  for (const [name, option] of Object.entries(options)) {
    const title = option.section ?? (options === COMMON ? 'Always' : 'Options')
    titles.set(title, [...(titles.get(title) ?? []), entry(optionCall(name, option), option.help)])
  }
  return [...titles].map(([title, entries]) => [title, ...entries].join('\n'))
}

/** `-o, --output FILE`. */
export function optionCall(name: string, { value, short }: OptionSpec): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`
}

function entry(call: string, help: string): string {
  const lines = wrapped(help, INDENT).split('\n')
  if (call.length + 4 > INDENT) return [`  ${call}`, ...lines.map((line) => ' '.repeat(INDENT) + line)].join('\n')
  const [first, ...rest] = lines
  return [`  ${call}`.padEnd(INDENT) + first, ...rest.map((line) => ' '.repeat(INDENT) + line)].join('\n')
}

function wrapped(text: string, indent: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= WIDTH - indent)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}
