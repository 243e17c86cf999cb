import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CliError } from './cli-error.ts'
import type { CommandSpec } from './command.ts'
import { COMMAND_NAMES, COMMANDS } from './commands/index.ts'
import { readInvocation, splitCommand, unknownCommand } from './words.ts'

const command: CommandSpec = {
  name: 'websites',
  default: 'list',
  actions: [
    {
      name: 'list',
      summary: '',
      example: 'websites list',
      options: { tag: { value: 'TAG', help: '' }, all: { help: '' } },
    },
    {
      name: 'add',
      summary: '',
      example: 'websites add https://example.com',
      words: [{ name: 'URL', what: 'which website to register' }],
      options: {
        tag: { value: 'TAG', multiple: true, help: '' },
        level: { value: 'L', choices: ['low', 'high'], help: '' },
      },
    },
  ],
  run: async () => 0,
}

test('the command is the first word, or behind options the first that is one', () => {
  assert.deepEqual(splitCommand(['scan', 'checks'], COMMAND_NAMES), { name: 'scan', rest: ['checks'] })
  assert.deepEqual(splitCommand(['-q', '--type', 'quick', 'scan', 'x'], COMMAND_NAMES), {
    name: 'scan',
    rest: ['-q', '--type', 'quick', 'x'],
  })
  assert.deepEqual(splitCommand(['--type', 'x'], COMMAND_NAMES), { name: 'x', rest: ['--type'] })
  assert.deepEqual(splitCommand(['--help'], COMMAND_NAMES), { name: null, rest: ['--help'] })
})

test('action, words and options, in any order', () => {
  const { action, words, values } = readInvocation(command, ['--level=high', 'add', 'https://a.example', '-q'])
  assert.equal(action.name, 'add')
  assert.deepEqual([...words], ['https://a.example'])
  assert.deepEqual({ ...values }, { level: 'high', quiet: true })
  assert.equal(readInvocation(command, ['--all']).action.name, 'list', 'without a word: the default')
})

for (const [words, message] of [
  ['lst', /websites takes list or add, not "lst"\. Did you mean list\?/],
  ['add', /^Say which website to register, as in: lasthash websites add https:\/\/example\.com$/],
  ['add a b', /websites add takes one URL at a time: "b" is one too many/],
  ['list x', /websites list takes nothing more, and was given "x"/],
  ['add a --all', /--all goes with websites list, not with websites add/],
  ['add a --level hihg', /--level takes low or high, not "hihg"\. Did you mean high\?/],
  ['add a --tga x', /There is no option "--tga"\. Did you mean --tag\?/],
  ['add a --tag', /--tag needs a value/],
  ['add a --tag --level low', /--tag needs a value/],
  ['list --all=yes', /--all takes no value/],
] as const) {
  test(`refused: websites ${words}`, () => {
    assert.throws(
      () => readInvocation(command, words.split(' ')),
      (error) => error instanceof CliError && message.test(error.message),
    )
  })
}

for (const [word, message] of [
  ['scam', /There is no command "scam"\. Did you mean scan\?/],
  ['vulnerabilites', /Did you mean vulnerabilities\?/],
  ['https://example.com', /Did you mean: lasthash scan https:\/\/example\.com$/],
  ['fly', /There is no command "fly": lasthash --help lists them\./],
] as const) {
  test(`no command: ${word}`, () => assert.match(unknownCommand(word, COMMAND_NAMES), message))
}

test('every command is declared whole: its examples read, its options do not clash', async () => {
  for (const [name, { load, summary }] of Object.entries(COMMANDS)) {
    const { command: one } = await load()
    assert.equal(one.name, name)
    assert.ok(summary.length <= 60, name)
    for (const action of one.actions) {
      const [first, ...rest] = wordsOf(action.example)
      assert.equal(first, name)
      const read = readInvocation(one, rest)
      assert.equal(read.action.name, action.name, action.example)
      for (const other of one.actions)
        for (const [option, spec] of Object.entries(action.options ?? {}))
          assert.equal(
            (other.options?.[option] ?? spec).value === undefined,
            spec.value === undefined,
            `${name} --${option}`,
          )
    }
  }
})

/** As a shell parts it. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
}
