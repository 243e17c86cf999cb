import type { CommandSpec, Options } from './command.ts'
import { COMMANDS, GROUPS } from './commands/index.ts'
import { callOf, optionCall } from './help.ts'

/** docs/cli.md, from what the commands declare. */
export async function reference(): Promise<string> {
  const blocks = [HEAD]
  for (const [group, title] of Object.entries(GROUPS)) {
    blocks.push(`## ${title}`)
    for (const { group: own, load } of Object.values(COMMANDS)) {
      if (own === group) blocks.push(sectionOf((await load()).command))
    }
  }
  return `${blocks.join('\n\n')}\n`
}

const HEAD = `# The command line

Made from the commands themselves by \`node packages/cli/scripts/make-reference.ts\`; \`lasthash COMMAND --help\` says the same.

Results go to stdout and everything else to stderr. Exit codes: **0** done, **1** the gate of a scan failed (or something is not verified, or missing), **2** it could not be
run. Every command takes \`--help\`, \`--no-color\` (or \`NO_COLOR=1\`) and \`--quiet\`; colours are for terminals only, and tables fit the terminal. A command, option or value that is misspelt is
answered with the nearest one.

## Which server

\`lasthash login\` asks for the address and a key (which is not shown while you type) and keeps both under a profile in \`~/.config/lasthash/config.json\`, or where \`LASTHASH_CONFIG\` says; only you
can read the file. In a script: \`echo "$KEY" | lasthash login --server URL --key-stdin\`. \`--server\` and \`--profile\` say which server for one command; else \`LASTHASH_BASE_URL\` does, then the profile
(\`LASTHASH_PROFILE\`, or the last one logged in to). \`LASTHASH_API_KEY\` wins over a profile's key, and a profile's key goes to its own server only. Keys are never taken from arguments and never
repeated in a message.

\`lasthash scan\` needs no server, and uses one only when \`--server\` or \`--profile\` says so.`

function sectionOf(command: CommandSpec): string {
  const { name, actions, more } = command
  const blocks = [`### ${name}`]
  for (const action of actions) {
    if (action.name === 'words') continue
    const common = action.name === '' ? {} : sharedBy(command)
    blocks.push(`\`${callOf(command, action)}\`  \n${sentence(action.summary)}`)
    const options = Object.entries(action.options ?? {}).filter(([one]) => !(one in common))
    if (options.length > 0)
      blocks.push(options.map(([one, option]) => `- \`${optionCall(one, option)}\`: ${option.help}`).join('\n'))
    blocks.push(`\`\`\`sh\nlasthash ${action.example}\n\`\`\``)
  }
  const shared = Object.entries(sharedBy(command))
  if (shared.length > 0)
    blocks.push(
      `All of these also take:\n\n${shared.map(([one, option]) => `- \`${optionCall(one, option)}\`: ${option.help}`).join('\n')}`,
    )
  if (more) blocks.push(`\`\`\`text\n${more}\n\`\`\``)
  return blocks.join('\n\n')
}

/** Options that every action has. */
function sharedBy({ actions }: CommandSpec): Options {
  if (actions.length < 2) return {}
  const [first, ...rest] = actions
  const names = Object.entries(first!.options ?? {}).filter(([name]) =>
    rest.every(({ options }) => options && name in options),
  )
  return Object.fromEntries(names)
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}
