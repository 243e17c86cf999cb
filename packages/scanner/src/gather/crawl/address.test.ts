import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonical, isBinary, isEndless, isRisky, isUnsafe, parameterNames } from './address.ts'

const SAME: readonly [spelling: string, page: string][] = [
  ['HTTP://Site.Test:80/a/../b/./c#top', 'http://site.test/b/c'],
  ['https://site.test:443', 'https://site.test/'],
  ['https://site.test/%7euser/%c3%a9', 'https://site.test/~user/%C3%A9'],
  ['https://site.test//a///b', 'https://site.test/a/b'],
  ['https://site.test/?utm_source=x&id=1&fbclid=y&gclid=z', 'https://site.test/?id=1'],
  ['https://site.test/a?utm_source=x', 'https://site.test/a'],
  ['https://site.test/a?', 'https://site.test/a'],
  ['https://site.test/a?&&b=1&', 'https://site.test/a?b=1'],
  ['https://site.test/shop;jsessionid=0A1B2C?id=1', 'https://site.test/shop?id=1'],
  ['https://site.test/(S(lit3py55t21z5v55vlm25s55))/orders.aspx', 'https://site.test/orders.aspx'],
  ['https://site.test/a?PHPSESSID=6d2f0e3b8c1a&x=1', 'https://site.test/a?x=1'],
  ['https://user:secret@site.test/a', 'https://site.test/a'],
  ['https://site.test/a?side=left&cat=1', 'https://site.test/a?side=left&cat=1'],
  ['https://site.test/Shop', 'https://site.test/Shop'],
]
for (const [spelling, page] of SAME) test(`canonical: ${spelling}`, () => assert.equal(canonical(spelling), page))

test('what is no page has no canonical address', () => {
  for (const url of [
    'mailto:a@site.test',
    'javascript:void(0)',
    'ftp://site.test/',
    'no url',
    `http://a/${'x'.repeat(3_000)}`,
  ])
    assert.equal(canonical(url), null, url)
})

test('canonical twice is canonical once', () => {
  for (const [spelling] of SAME) assert.equal(canonical(canonical(spelling)!), canonical(spelling))
})

const UNSAFE = [
  '/logout',
  '/account/log-out',
  '/user/LogOff.aspx',
  '/wp-login.php?action=logout',
  '/items/5/delete',
  '/?do=delete&id=3',
  '/doLogout',
  '/api?action=deleteUser',
  '/newsletter/unsubscribe',
  '/shop?add-to-cart=15',
  '/posts/3/publish',
  '/signout/',
]
const SAFE = [
  '/',
  '/blog/how-to-cancelled-flights',
  '/deleted-scenes',
  '/undelete',
  '/articles/removal-services',
  '/presets',
  '/blogout',
  '/catalogue/logoutfits',
  '/urban',
  '/banner.html',
  '/category/voters',
]
for (const path of UNSAFE) test(`not opened: ${path}`, () => assert.ok(isUnsafe(`https://site.test${path}`)))
for (const path of SAFE) test(`opened: ${path}`, () => assert.ok(!isUnsafe(`https://site.test${path}`)))

test('paths that go round in circles end', () => {
  assert.ok(isEndless(new URL(`https://site.test/${'a/b/'.repeat(4)}`)))
  assert.ok(isEndless(new URL(`https://site.test/${Array.from({ length: 30 }, (_, n) => n).join('/')}`)))
  assert.ok(!isEndless(new URL('https://site.test/2024/01/01/a/b/c')))
})

test('files that hold nothing to judge', () => {
  for (const path of ['/a.PNG', '/x/y.woff2', '/d.pdf', '/b.zip'])
    assert.ok(isBinary(new URL(`https://site.test${path}`)))
  for (const path of ['/a.html', '/png', '/a.php?file=x.png', '/list.json', '/readme.txt'])
    assert.ok(!isBinary(new URL(`https://site.test${path}`)))
})

test('parameter names, decoded, each once', () => {
  assert.deepEqual(parameterNames('https://site.test/?a=1&b%5B%5D=2&b%5B%5D=3&%zz=4&c'), ['a', 'b[]', '%zz', 'c'])
})

test('what was guessed out of a script is opened only when it does not sound like a change', () => {
  for (const path of ['/api/saveUser', '/session/end', '/order/create']) {
    assert.ok(isRisky(`https://site.test${path}`))
    assert.ok(!isUnsafe(`https://site.test${path}`))
  }
  for (const path of ['/api/users', '/orders', '/settings.json', '/send-off']) {
    assert.equal(isRisky(`https://site.test${path}`), path === '/send-off')
  }
})
