import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { EVENT_NAMES, EVENTS, SUBSCRIBABLE } from './names.ts'

const src = join(import.meta.dirname, '..')
const files = globSync('**/*.ts', { cwd: src }).map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }))
const code = files.filter(({ file }) => !file.endsWith('.test.ts') && !/events\/names\.ts$/.test(file))
const tests = files.filter(({ file }) => file.endsWith('.test.ts') && !/events\/names\.test\.ts$/.test(file))

/** Where code writes an event: its name in quotes, or as the end of a scan, which is put together. */
const written = (name: string) => new RegExp(`['"\`]${name.replaceAll('.', '\\.')}['"\`]`)

for (const name of EVENT_NAMES) {
  test(`${name} is sent by something that is built, and a test looks at it`, () => {
    // As an example in a schema or a description it is only spoken of.
    const sent = code.filter(({ file, text }) => written(name).test(text) && !/(?:schema|routes)\.ts$/.test(file))
    assert.ok(sent.length > 0, 'no code writes it')
    const tested = tests.filter(({ text }) => new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`).test(text))
    assert.ok(tested.length > 0, 'no test looks at it')
  })
}

test('every event has a sentence, and all but the test can be subscribed to', () => {
  for (const [name, sentence] of Object.entries(EVENTS)) {
    assert.match(name, /^[a-z_]+\.[a-z_]+$/)
    assert.match(sentence, /^[A-Z].+\.$/, name)
  }
  assert.deepEqual(
    EVENT_NAMES.filter((name) => !(SUBSCRIBABLE as string[]).includes(name)),
    ['webhook.test'],
  )
})
