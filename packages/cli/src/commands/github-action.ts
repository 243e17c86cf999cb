import type { CommandSpec } from '../command.ts'

export const command: CommandSpec = {
  name: 'github-action',
  actions: [
    {
      name: '',
      summary: 'what action.yml runs: inputs from INPUT_…, summary, outputs, comment',
      example: 'github-action',
    },
  ],
  more: 'It is the scan of lasthash scan, for a runner of GitHub Actions. See docs/ci-cd.md.',
  async run(_, environment) {
    const { runAction } = await import('../github/action.ts')
    return runAction(environment)
  },
}
