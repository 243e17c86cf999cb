import manifest from '../package.json' with { type: 'json' }
import { readArguments } from './arguments.ts'
import { CliError, COULD_NOT_RUN, type ExitCode } from './cli-error.ts'

// Whoever reads our output may stop reading: `lasthash … | head` is no fault. Deliveries find out for themselves.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  async (error: unknown) => {
    process.exitCode = COULD_NOT_RUN
    const { visible } = await import('@lasthash/scanner/report/escape')
    const message = error instanceof CliError ? error.message : `a fault of ours: ${(error as Error).stack}`
    process.stderr.write(`lasthash: ${visible(message)}\n`)
  },
)

/** What is not asked for is not loaded, so that `--help` answers at once. */
async function run(words: readonly string[]): Promise<ExitCode> {
  const command = readArguments(words)
  switch (command.name) {
    case 'version':
      process.stdout.write(`${manifest.version}\n`)
      return 0
    case 'help': {
      const { HELP } = await import('./help.ts')
      process.stdout.write(HELP)
      return 0
    }
    case 'checks': {
      const { listChecks } = await import('./list-checks.ts')
      return listChecks()
    }
    case 'feeds': {
      const { runFeeds } = await import('./feeds-command.ts')
      return runFeeds(command, process.env)
    }
    case 'scan': {
      const { runScan } = await import('./scan-command.ts')
      return runScan(command, process.env)
    }
  }
}
