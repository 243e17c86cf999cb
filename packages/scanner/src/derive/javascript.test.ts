import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseScript } from './javascript.ts'

const statements = (text: string, isCut?: boolean) => {
  const program = parseScript(text, isCut)?.nodes[0]
  return program?.type === 'Program' ? program.body.map(({ start, end }) => text.slice(start, end)) : null
}

const CASES: readonly [name: string, text: string, isCut: boolean, found: string[] | null][] = [
  ['a whole script', 'a(); b()', false, ['a();', 'b()']],
  ['a module', 'import x from "x"; x()', false, ['import x from "x";', 'x()']],
  ['a syntax error', 'a(); b(', false, null],
  ['a script that was cut off', 'a(); function b() {}; c(', true, ['a();', 'function b() {}', ';']],
  ['a module that was cut off', 'import x from "x"; x("…', true, ['import x from "x";']],
  ['one function around all of it, cut off', '(function () { a(); b(', true, null],
  ['a cut script that is whole by chance', 'a(); b()', true, ['a();', 'b()']],
  ['no script at all', '<!doctype html>', true, null],
]
for (const [name, text, isCut, found] of CASES) {
  test(`parsing ${name}`, () => {
    assert.deepEqual(statements(text, isCut), found)
  })
}

test('names in a cut script mean what they mean in a whole one', () => {
  const script = parseScript(
    'var token = location.hash; document.body.innerHTML = token; function lost() { retu',
    true,
  )!
  const names = script.nodes.filter((node) => node.type === 'Identifier').map((node) => script.bindings.get(node)?.name)
  assert.ok(names.includes('token') && names.includes('document'))
})
