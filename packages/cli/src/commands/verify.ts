import { type CommandSpec, flag, text } from '../command.ts'

export const command: CommandSpec = {
  name: 'verify',
  actions: [
    {
      name: '',
      summary: 'whether a signed bundle of evidence is genuine',
      words: [{ name: 'FILE', what: 'which file to verify' }],
      options: {
        keys: {
          value: 'URL|FILE',
          help: 'where its public key is had from; left out, the server that the bundle names is asked',
        },
        json: { help: 'print the verdict as JSON' },
      },
      example: 'verify lasthash-pci_dss_4-2026-01-15.tar',
    },
  ],
  more: `Exit codes: 0 genuine, 1 not genuine, 2 it cannot be said.`,
  async run({ words: [file], values }) {
    const { runVerify } = await import('../verify-command.ts')
    return runVerify({ file: file!, keys: text(values, 'keys'), json: flag(values, 'json') })
  },
}
