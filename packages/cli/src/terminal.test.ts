import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import type { ReadStream } from 'node:tty'
import { askedHidden } from './terminal.ts'

/** A terminal on which `keys` are typed, and what it showed. */
async function typed(keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), {
    raw: [] as boolean[],
    setRawMode(on: boolean) {
      this.raw.push(on)
      return this
    },
  })
  const output = new PassThrough()
  const asking = askedHidden('Key: ', input as unknown as ReadStream, output)
  for (const key of keys) input.write(key)
  const result = await asking.catch((error: Error) => error)
  return { result, shown: String(output.read()), raw: input.raw }
}

for (const [what, keys, expected] of [
  ['key by key', ['a', 'b', 'c', '\r'], 'abc'],
  ['pasted with its line break', [' lh_live_x\n'], 'lh_live_x'],
  ['with a correction', ['a', 'x', '\u007f', 'b', '\r'], 'ab'],
  ['begun anew', ['wrong', '\u0015', 'right\r'], 'right'],
  ['with keys that are no characters', ['a', '\u0001', 'b\r'], 'ab'],
] as const) {
  test(`typed ${what}, and not shown`, async () => {
    const { result, shown, raw } = await typed(keys)
    assert.equal(result, expected)
    assert.equal(shown, 'Key: \n')
    assert.deepEqual(raw, [true, false])
  })
}

for (const key of ['\u0003', '\u0004']) {
  test(`ended by ${JSON.stringify(key)}`, async () => {
    const { result, raw } = await typed([key])
    assert.match(String(result), /Stopped\./)
    assert.deepEqual(raw, [true, false])
  })
}
