import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorTime } from '../../test/processor-time.ts'
import { isInnerList, type Member, parseDictionary, parseItem, parseList } from './structured-field.ts'

const plain = (member: Member): unknown => {
  const value = isInnerList(member) ? member.items.map(plain) : member.bare.value
  const parameters = [...member.parameters].map(([key, { value }]) => [key, value])
  return parameters.length > 0 ? { value, ...Object.fromEntries(parameters) } : value
}

test('structured field: items', () => {
  const item = (text: string) => {
    const parsed = parseItem([text])
    return parsed && [parsed.bare.kind, plain(parsed)]
  }
  assert.deepEqual(item('42'), ['integer', 42])
  assert.deepEqual(item(' -4.5 '), ['decimal', -4.5])
  assert.deepEqual(item('"a \\"b\\" \\\\"'), ['string', 'a "b" \\'])
  assert.deepEqual(item('same-origin; report-to="x"'), ['token', { value: 'same-origin', 'report-to': 'x' }])
  assert.deepEqual(item(':aGk=:'), ['binary', 'aGk='])
  assert.deepEqual(item('?0;a;b=?1'), ['boolean', { value: false, a: true, b: true }])
  assert.deepEqual(item('@1659578233'), ['date', 1659578233])
  assert.deepEqual(item('%"f%c3%bc"'), ['display', 'f%c3%bc'])
  assert.deepEqual(item('a;b=1;b=2'), ['token', { value: 'a', b: 2 }])
})

test('structured field: broken items are nothing', () => {
  for (const text of [
    '',
    '"open',
    '"t\tab"',
    "'single'",
    'a b',
    'a, b',
    '1234567890123456',
    '1.',
    '1.2345',
    '?2',
    ':a',
    'a;',
    'a;B=1',
    '@1.5',
    '%"%C3"',
    '"é"',
  ])
    assert.equal(parseItem([text]), null, text)
  assert.equal(parseItem([]), null)
  assert.equal(parseItem(['same-origin', 'same-origin']), null)
})

test('structured field: lists', () => {
  assert.deepEqual(parseList(['a, "b";q=1 ,\t(c  d);e', '( )'])?.map(plain), [
    'a',
    { value: 'b', q: 1 },
    { value: ['c', 'd'], e: true },
    [],
  ])
  assert.deepEqual(parseList(['']), [])
  for (const text of ['a,', ',a', 'a b', '(a', '(a,b)', '("a""b")']) assert.equal(parseList([text]), null, text)
})

test('structured field: dictionaries', () => {
  const dictionary = (...fields: string[]) => {
    const parsed = parseDictionary(fields)
    return parsed && [...parsed].map(([key, member]) => [key, plain(member)])
  }
  assert.deepEqual(dictionary('camera=(), geolocation=(self "https://a.test"), usb=*'), [
    ['camera', []],
    ['geolocation', ['self', 'https://a.test']],
    ['usb', '*'],
  ])
  assert.deepEqual(dictionary('a=1, b;x, a=2'), [
    ['b', { value: true, x: true }],
    ['a', 2],
  ])
  assert.deepEqual(dictionary('a=1', 'b=2'), [
    ['a', 1],
    ['b', 2],
  ])
  for (const text of ["camera 'none'", 'camera = ()', 'camera=();', 'Camera=()', 'camera=(),', "a=('self')"])
    assert.equal(dictionary(text), null, text)
})

test('structured field: long rubbish ends at once', () => {
  const took = processorTime(() => {
    assert.equal(parseList(['(a '.repeat(100_000)]), null)
    assert.equal(parseItem([`"${'\\"'.repeat(200_000)}`]), null)
    assert.equal(parseDictionary([`${'a=1, '.repeat(100_000)}!`]), null)
  })
  assert.ok(took < 5_000)
})
