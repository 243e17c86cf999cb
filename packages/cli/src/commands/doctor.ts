import { type CommandSpec, flag, text } from '../command.ts'

export const command: CommandSpec = {
  name: 'doctor',
  actions: [
    {
      name: '',
      summary: 'what is missing on this machine, and how to get it',
      options: {
        server: { value: 'URL', help: 'also look at this LastHash server (else: LASTHASH_BASE_URL, or the profile)' },
        profile: { value: 'NAME', help: 'and with the key of this profile' },
        json: { help: 'print JSON' },
      },
      example: 'doctor',
    },
  ],
  more: 'Ends with 1 when something is missing that scans or the server need.',
  async run({ values }, environment) {
    const { runDoctor } = await import('../doctor.ts')
    const options = {
      server: text(values, 'server'),
      profile: text(values, 'profile'),
      json: flag(values, 'json'),
      color: !flag(values, 'no-color') && process.stdout.isTTY === true && !environment.NO_COLOR,
    }
    return runDoctor(options, environment)
  },
}
