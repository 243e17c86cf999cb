import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cells } from '@lasthash/scanner/report/wrap'
import { fields, table } from './table.ts'

const columns = [
  { title: 'ID', of: (row: readonly string[]) => row[0] },
  { title: 'URL', of: (row: readonly string[]) => row[1] },
  { title: 'N', of: (row: readonly string[]) => row[2], right: true as const },
]
const rows = [
  ['a', 'https://example.com/a/very/long/path/that/does/not/fit', '1'],
  ['bb', '网站网站网站网站网站网站网站网站网站', '12'],
]

test('columns stand under each other; numbers to the right', () => {
  assert.deepEqual(
    table(
      [
        ['a', 'x', '1'],
        ['bb', 'yy', '12'],
      ],
      columns,
      80,
    ),
    ['ID  URL   N', 'a   x     1', 'bb  yy   12'],
  )
})

test('no line is wider than the terminal, wide characters included; the widest column is cut', () => {
  for (const width of [20, 30, 40]) {
    const lines = table(rows, columns, width)
    for (const line of lines) assert.ok(cells(line) <= width, line)
    assert.match(lines[1]!, /…/)
    assert.match(lines[2]!, /^bb {2}网.*… +12$/)
  }
})

test('nothing is cut for whoever reads it by program', () => {
  assert.ok(table(rows, columns, null).join('\n').includes(rows[0]![1]!))
})

test('what a website chose is shown, not obeyed', () => {
  const lines = table([['\x1b[2J', 'a\nb', '\u202e']], columns, 80)
  assert.equal(lines.length, 2)
  assert.match(lines[1]!, /^\\x1b\[2J {2}a b {2,}\\u\{202e\}$/)
  assert.deepEqual(
    fields([
      ['title', '\x07'],
      ['none', null],
      ['cve', 'x'],
    ]),
    ['title  \\x07', 'cve    x'],
  )
})
