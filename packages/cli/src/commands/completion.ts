import type { CommandSpec } from '../command.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

export const command: CommandSpec = {
  name: 'completion',
  actions: [
    ...SHELLS.map((shell) => ({
      name: shell,
      summary: `print the script for ${shell}`,
      example: `completion ${shell}`,
    })),
    {
      name: 'words',
      summary: 'what may follow these words; for the scripts',
      words: [{ name: 'WORD', what: 'which words', optional: true, many: true }],
      example: 'completion words -- websites l',
    },
  ],
  more: `bash    lasthash completion bash > \\
          ~/.local/share/bash-completion/completions/lasthash
zsh     lasthash completion zsh > "\${fpath[1]}/_lasthash"
fish    lasthash completion fish > ~/.config/fish/completions/lasthash.fish`,
  async run({ action, words }) {
    const { completions, script } = await import('../completion.ts')
    if (action.name === 'words') {
      const found = await completions(words)
      process.stdout.write(found.map(({ word, help }) => `${word}\t${help}\n`).join(''))
    } else process.stdout.write(script(action.name as (typeof SHELLS)[number]))
    return 0
  },
}
