import { type CommandSpec, flag, text } from '../command.ts'

export const command: CommandSpec = {
  name: 'login',
  actions: [
    {
      name: '',
      summary: 'keep a server and a key of it, for all later commands',
      options: {
        server: { value: 'URL', help: 'the LastHash server; without it, you are asked' },
        profile: { value: 'NAME', help: 'keep them under this name (default), which then is the one in use' },
        'key-stdin': { help: 'read the key from stdin, as in a script, instead of asking for it' },
        'no-check': { help: 'keep them even though the server cannot be asked now' },
      },
      example: 'login --server https://lasthash.example.com',
    },
  ],
  more: `The key is not shown while you type it. Both are kept in ~/.config/lasthash/
config.json (or LASTHASH_CONFIG), which only you can read. LASTHASH_API_KEY and
LASTHASH_BASE_URL win over what is kept there. Keys are made in the dashboard or
by POST /v1/api-keys.`,
  async run({ values }, environment) {
    const { logIn } = await import('../login.ts')
    const options = {
      server: text(values, 'server'),
      profile: text(values, 'profile'),
      fromStdin: flag(values, 'key-stdin'),
      check: !flag(values, 'no-check'),
      quiet: flag(values, 'quiet'),
    }
    return logIn(options, environment)
  },
}
