import { type CommandSpec, flag } from '../command.ts'

export const command: CommandSpec = {
  name: 'feeds',
  default: 'status',
  actions: [
    {
      name: 'status',
      summary: 'show the age of vulnerability data',
      options: { json: { help: 'print JSON' } },
      example: 'feeds status',
    },
    {
      name: 'update',
      summary: 'fetch it anew, or only the feeds named',
      words: [{ name: 'NAME', what: 'which feed', optional: true, many: true }],
      options: { json: { help: 'print JSON' }, force: { help: 'take a copy that lost more than half all the same' } },
      example: 'feeds update kev',
    },
  ],
  more: `A small set comes with the product; feeds bring the rest into the data folder,
where scans find it. A copy that is broken or lost more than half is refused.`,
  async run({ action, words, values }, environment) {
    const { runFeeds } = await import('../feeds-command.ts')
    return runFeeds(
      { action: action.name, feeds: words, force: flag(values, 'force'), json: flag(values, 'json') },
      environment,
    )
  },
}
