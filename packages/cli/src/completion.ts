import { COMMON, type CommandSpec, type Options } from './command.ts'
import { COMMANDS } from './commands/index.ts'

export interface Completion {
  word: string
  help: string
}

/** What may stand for the last of these words, which come after `lasthash`. Nothing where only a file or an id may. */
export async function completions(words: readonly string[]): Promise<Completion[]> {
  const before = words.slice(0, -1)
  const begun = words.at(-1) ?? ''
  return (await candidates(before, begun)).filter(({ word }) => word.startsWith(begun))
}

async function candidates(before: readonly string[], begun: string): Promise<Completion[]> {
  const name = before.find((word) => Object.hasOwn(COMMANDS, word))
  if (name === undefined) {
    const commands = Object.entries(COMMANDS).map(([word, { summary }]) => ({ word, help: summary }))
    return begun.startsWith('-') ? optionWords({ ...COMMON, version: { help: 'print the version' } }) : commands
  }
  const { command } = await COMMANDS[name]!.load()
  const action = actionAmong(command, before)
  const options: Options = { ...(action ?? command.actions[0]!).options, ...COMMON }
  const asks = optionOf(options, before.at(-1))
  if (asks?.value !== undefined) return (asks.choices ?? []).map((word) => ({ word, help: '' }))
  if (begun.startsWith('-')) return optionWords(options)
  if (action || command.actions[0]!.name === '') return []
  return command.actions.filter((one) => one.name !== 'words').map((one) => ({ word: one.name, help: one.summary }))
}

function actionAmong(command: CommandSpec, before: readonly string[]) {
  return command.actions.find((one) => one.name !== '' && before.includes(one.name))
}

function optionOf(options: Options, word: string | undefined) {
  if (word === undefined) return null
  const found = Object.entries(options).find(([name, { short }]) => word === `--${name}` || word === `-${short}`)
  return found?.[1] ?? null
}

function optionWords(options: Options): Completion[] {
  return Object.entries(options).map(([name, { help }]) => ({ word: `--${name}`, help }))
}

/** The script that makes a shell ask us, with what was typed so far. Where we know nothing, files are offered. */
export function script(shell: 'bash' | 'zsh' | 'fish'): string {
  switch (shell) {
    case 'bash':
      return `_lasthash() {
  local IFS=$'\\n'
  COMPREPLY=($(lasthash completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1))
}
complete -o default -F _lasthash lasthash
`
    case 'zsh':
      return `#compdef lasthash
_lasthash() {
  local -a found
  local line
  for line in "\${(@f)$(lasthash completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( \${#found} )); then _describe lasthash found; else _files; fi
}
if [ "$funcstack[1]" = _lasthash ]; then _lasthash "$@"; else compdef _lasthash lasthash; fi
`
    case 'fish':
      return `function __lasthash_words
    set -l words (commandline -opc) (commandline -ct)
    lasthash completion words -- $words[2..-1] 2>/dev/null
end
complete -c lasthash -a '(__lasthash_words)'
`
  }
}
