import { type CommandSpec, flag, text } from '../command.ts'

export const command: CommandSpec = {
  name: 'logout',
  actions: [
    {
      name: '',
      summary: 'forget the server and key that lasthash login kept',
      options: { profile: { value: 'NAME', help: 'of this profile; without it, of the one in use' } },
      example: 'logout',
    },
  ],
  async run({ values }, environment) {
    const { logOut } = await import('../login.ts')
    return logOut(text(values, 'profile'), flag(values, 'quiet'), environment)
  },
}
