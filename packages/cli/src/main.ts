import manifest from '../package.json' with { type: 'json' }
import { CliError, COULD_NOT_RUN, type ExitCode } from './cli-error.ts'
import { COMMAND_NAMES, COMMANDS, HIDDEN } from './commands/index.ts'
import { readInvocation, splitCommand, unknownCommand } from './words.ts'

// Also what the system shows of this process: arguments may hold secrets (--header, --cookie).
process.title = 'lasthash'

// Whoever reads our output may stop reading: `lasthash … | head` is no fault. Deliveries find out for themselves.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  async (error: unknown) => {
    process.exitCode = COULD_NOT_RUN
    const { failureText } = await import('./failure-text.ts')
    process.stderr.write(`lasthash: ${failureText(error, process.env)}\n`)
  },
)

/** What is not asked for is not loaded, so that `--help` answers at once. */
async function run(words: readonly string[]): Promise<ExitCode> {
  const { name, rest } = splitCommand(words, COMMAND_NAMES)
  if (name !== null && Object.hasOwn(HIDDEN, name)) return runHidden(name, rest)
  if (name === null || name === 'help' || name === 'version') return general(name, rest)
  if (!Object.hasOwn(COMMANDS, name)) {
    if (rest.includes('--help') || rest.includes('-h')) return general('help', [])
    throw new CliError(unknownCommand(name, COMMAND_NAMES))
  }
  const { command } = await COMMANDS[name]!.load()
  const invocation = readInvocation(command, rest)
  if (invocation.values.help !== true) return command.run(invocation, process.env)
  return printHelp(
    name,
    invocation.action.name !== '' && rest.includes(invocation.action.name) ? invocation.action.name : null,
  )
}

async function runHidden(name: string, rest: readonly string[]): Promise<ExitCode> {
  const { command } = await HIDDEN[name]!.load()
  return command.run(readInvocation(command, rest), process.env)
}

/** What is asked of `lasthash` itself. */
async function general(name: string | null, rest: readonly string[]): Promise<ExitCode> {
  if (name === 'version' || (name === null && rest.includes('--version'))) {
    process.stdout.write(`${manifest.version}\n`)
    return 0
  }
  if (name === 'help') {
    const [asked, action] = rest.filter((word) => !word.startsWith('-'))
    return printHelp(asked ?? null, action ?? null)
  }
  if (rest.includes('--help') || rest.includes('-h')) return printHelp(null, null)
  const odd = rest[0]
  if (odd !== undefined)
    throw new CliError(`There is no option ${JSON.stringify(odd)}. lasthash --help lists all commands.`)
  throw new CliError('Say what to do, as in: lasthash scan https://example.com (all of it: lasthash --help)')
}

async function printHelp(name: string | null, actionName: string | null): Promise<ExitCode> {
  const { overview, helpOf } = await import('./help.ts')
  if (name === null) {
    process.stdout.write(overview())
    return 0
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new CliError(unknownCommand(name, COMMAND_NAMES))
  const { command } = await COMMANDS[name]!.load()
  const action = command.actions.find((one) => one.name === actionName) ?? null
  process.stdout.write(helpOf(command, command.actions.length > 1 ? action : null))
  return 0
}
