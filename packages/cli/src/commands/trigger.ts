import { flag } from '../command.ts'
import { serverCommand } from '../server-action.ts'
import { TRIGGERS } from '../triggers.ts'

export const command = serverCommand({
  name: 'trigger',
  actions: [
    {
      name: '',
      summary: 'make an event happen, in test mode, to try what you have built on it',
      words: [{ name: 'EVENT', what: 'which event' }],
      options: { live: { help: 'also with a key that is not a test key: it makes real things' } },
      example: 'trigger scan.completed',
      async ask(asked) {
        const { trigger } = await import('../trigger.ts')
        return trigger(asked, flag(asked.values, 'live'))
      },
    },
  ],
  more: `It does with virtual websites what makes the event, with a test key
(POST /v1/api-keys with "mode": "test").

Events
  ${Object.keys(TRIGGERS).join('\n  ')}`,
})
