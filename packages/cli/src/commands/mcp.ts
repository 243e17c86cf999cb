import { type CommandSpec, flag, text } from '../command.ts'

export const command: CommandSpec = {
  name: 'mcp',
  actions: [
    {
      name: '',
      summary: 'a server of the Model Context Protocol, for assistants: over stdin and stdout',
      options: {
        'allow-write': { help: 'let assistants make the server scan and verify; without it, nothing changes there' },
        'allow-private': { help: 'let scans from this machine reach loopback and private addresses' },
        local: { help: 'only this machine, whatever server is kept' },
        server: { value: 'URL', help: 'the LastHash server (also: LASTHASH_BASE_URL, or the profile)' },
        profile: { value: 'NAME', help: 'a profile that lasthash login made' },
      },
      example: 'mcp',
    },
  ],
  more: `Tools: list_websites, scan, get_scan, list_vulnerabilities, explain, verify_fix,
report. See docs/mcp.md.`,
  async run({ values }, environment) {
    const { runMcp } = await import('../mcp/run.ts')
    const options = {
      server: text(values, 'server'),
      profile: text(values, 'profile'),
      local: flag(values, 'local'),
      write: flag(values, 'allow-write'),
      allowPrivate: flag(values, 'allow-private'),
    }
    return runMcp(options, environment)
  },
}
