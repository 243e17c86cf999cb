import { type CommandSpec, flag } from '../command.ts'

export const command: CommandSpec = {
  name: 'checks',
  actions: [
    {
      name: '',
      summary: 'list what is checked, or tell all about one check: what it finds, and how to mend that',
      words: [{ name: 'CHECK', what: 'which check', optional: true }],
      options: { json: { help: 'print JSON, as GET /v1/checks gives it' } },
      example: 'checks transport/hsts',
    },
  ],
  async run({ words: [id], values }) {
    const { listChecks, showCheck } = await import('../checks-command.ts')
    const json = flag(values, 'json')
    return id === undefined ? listChecks(json) : showCheck(id, json)
  },
}
