import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mediaType } from './media-type.ts'

const CASES: readonly [value: string | undefined, essence: string | null, parameters?: Record<string, string>][] = [
  [undefined, null],
  ['', null],
  ['html', null],
  ['text/', null],
  ['text/html/x', null],
  ['te xt/html', null],
  ['text/html', 'text/html', {}],
  [' Text/HTML ; Charset=UTF-8', 'text/html', { charset: 'UTF-8' }],
  ['text/html;charset="utf-8"', 'text/html', { charset: 'utf-8' }],
  ['text/html;charset="a\\"b;c";x=1', 'text/html', { charset: 'a"b;c', x: '1' }],
  ['text/html;charset=a;charset=b', 'text/html', { charset: 'a' }],
  ['text/html;;;charset=utf-8', 'text/html', { charset: 'utf-8' }],
  ['text/html;charset=', 'text/html', {}],
  ['text/html;charset', 'text/html', {}],
  ['text/html; charset = utf-8', 'text/html', {}],
  ['multipart/form-data; boundary="', 'multipart/form-data', { boundary: '' }],
  ['application/ld+json', 'application/ld+json', {}],
]

for (const [value, essence, parameters = {}] of CASES)
  test(`media type: ${JSON.stringify(value)}`, () => {
    const parsed = mediaType(value)
    assert.equal(parsed?.essence ?? null, essence)
    if (parsed) assert.deepEqual(Object.fromEntries(parsed.parameters), parameters)
  })
