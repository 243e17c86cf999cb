import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchange } from '../test/evidence.ts'
import { LookedAt, testerOf } from './looked-at.ts'
import type { Sight } from './sight.ts'

const at = (path: string) => `https://site.test${path}`
const answered = (path: string, status: number, location?: string) =>
  exchange({ url: at(path), status, headers: location ? { Location: location } : {} })

const PAGE = '<h1>page</h1>'
const DOOR = '<form><input name=p type="password"></form>'

const cases: [what: string, seen: (looked: LookedAt) => void, sight: Sight, expected: boolean, session?: boolean][] = [
  ['a page that was judged', (l) => l.page(at('/a'), PAGE), { kind: 'page', url: at('/a') }, true],
  ['the same in another spelling', (l) => l.page(at('/a?utm_source=x#y'), PAGE), { kind: 'page', url: at('/a') }, true],
  ['a page that was not asked for', (l) => l.page(at('/b'), PAGE), { kind: 'page', url: at('/a') }, false],
  ['a page that is gone', (l) => l.exchanged(answered('/a', 404)), { kind: 'page', url: at('/a') }, true],
  ['a page that is gone for good', (l) => l.exchanged(answered('/a', 410)), { kind: 'page', url: at('/a') }, true],
  ['a page that is refused', (l) => l.exchanged(answered('/a', 403)), { kind: 'page', url: at('/a') }, false],
  ['a page that failed', (l) => l.exchanged(answered('/a', 503)), { kind: 'page', url: at('/a') }, false],
  ['a page too many', (l) => l.exchanged(answered('/a', 429)), { kind: 'page', url: at('/a') }, false],
  [
    'a page that leads to another that was judged',
    (l) => {
      l.exchanged(answered('/a', 301, '/b'))
      l.exchanged(answered('/b', 302, '/c'))
      l.page(at('/c'), PAGE)
    },
    { kind: 'page', url: at('/a') },
    true,
  ],
  [
    'a page that leads to one that was not',
    (l) => l.exchanged(answered('/a', 301, '/b')),
    { kind: 'page', url: at('/a') },
    false,
  ],
  [
    'a page that leads to a log-in',
    (l) => {
      l.exchanged(answered('/a', 302, '/login'))
      l.page(at('/login'), DOOR)
    },
    { kind: 'page', url: at('/a') },
    false,
  ],
  [
    'a page that leads in a circle',
    (l) => {
      l.exchanged(answered('/a', 302, '/b'))
      l.exchanged(answered('/b', 302, '/a'))
    },
    { kind: 'page', url: at('/a') },
    false,
  ],
  ['the log-in itself', (l) => l.page(at('/login'), DOOR), { kind: 'page', url: at('/login') }, true],
  [
    'a log-in in place of the page, the session lost',
    (l) => l.page(at('/account'), DOOR),
    { kind: 'page', url: at('/account') },
    false,
    false,
  ],
  ['judged, but not shown', (l) => l.page(at('/a'), PAGE), { kind: 'browser', url: at('/a') }, false],
  ['shown', (l) => l.shown(at('/a')), { kind: 'browser', url: at('/a') }, true],
  ['a script that was read', (l) => l.script(at('/x.js')), { kind: 'script', url: at('/x.js'), page: at('/a') }, true],
  [
    'a script that its page does not load any more',
    (l) => l.page(at('/a'), PAGE),
    { kind: 'script', url: at('/x.js'), page: at('/a') },
    true,
  ],
  [
    'a script that its page loads, and that failed',
    (l) => {
      l.page(at('/a'), PAGE)
      l.missed(at('/x.js'))
    },
    { kind: 'script', url: at('/x.js'), page: at('/a') },
    false,
  ],
  [
    'a script whose page was not visited',
    (l) => l.page(at('/b'), PAGE),
    { kind: 'script', url: at('/x.js'), page: at('/a') },
    false,
  ],
  [
    'a script of another site, its page not shown',
    (l) => l.page(at('/a'), PAGE),
    { kind: 'foreign_script', url: 'https://cdn.test/x.js', page: at('/a') },
    false,
  ],
  [
    'a script of another site, its page shown',
    (l) => l.shown(at('/a')),
    { kind: 'foreign_script', url: 'https://cdn.test/x.js', page: at('/a') },
    true,
  ],
  [
    'a script of another site, no page known and nothing shown',
    (l) => l.page(at('/a'), PAGE),
    { kind: 'foreign_script', url: 'https://cdn.test/x.js' },
    false,
  ],
  ['a path that was probed', (l) => l.probed('probe', at('/.env')), { kind: 'probe', url: at('/.env') }, true],
  [
    'a path that others asked for, but no probe',
    (l) => l.exchanged(answered('/.env', 404)),
    { kind: 'probe', url: at('/.env') },
    false,
  ],
  ['an address that answered', (l) => l.exchanged(answered('/x', 403)), { kind: 'address', url: at('/x') }, true],
  ['an address that failed', (l) => l.exchanged(answered('/x', 500)), { kind: 'address', url: at('/x') }, false],
]
for (const [what, seen, sight, expected, session = true] of cases) {
  test(`${expected ? 'looked at' : 'not looked at'}: ${what}`, () => {
    const looked = new LookedAt()
    seen(looked)
    looked.settle(session)
    assert.equal(looked.covers(sight), expected)
    assert.equal(new LookedAt(looked.encode()).covers(sight), expected, 'read back')
  })
}

test('what a scan looked at is small, and the same for the same scan', () => {
  const looked = new LookedAt()
  const other = new LookedAt()
  for (let n = 0; n < 3_000; n++) looked.page(at(`/page/${n}`), PAGE)
  for (let n = 2_999; n >= 0; n--) other.page(at(`/page/${n}`), PAGE)
  assert.equal(looked.encode(), other.encode())
  assert.ok(looked.encode().length <= 3_000 * 8)
})

test('a text that is no such set reads as nothing looked at', () => {
  assert.equal(new LookedAt('?? \0').covers({ kind: 'page', url: at('/') }), false)
})

test('fixed is only what its check was asked for, at every place where it was', () => {
  const looked = new LookedAt()
  looked.page(at('/a'), PAGE)
  const isTested = testerOf({
    checks: [
      { check: 'asked/one', status: 'passed', reason: '', outcomes: [] },
      { check: 'broken/one', status: 'error', reason: '', outcomes: [] },
    ],
    looked_at: looked.encode(),
  })
  const page = (path: string): Sight => ({ kind: 'page', url: at(path) })
  assert.equal(isTested({ check: 'asked/one' }), true, 'of the site as a whole')
  assert.equal(isTested({ check: 'asked/one', seen_in: [page('/a')] }), true)
  assert.equal(isTested({ check: 'asked/one', seen_in: [page('/a'), page('/b')] }), false)
  assert.equal(isTested({ check: 'broken/one', seen_in: [page('/a')] }), false)
  assert.equal(isTested({ check: 'unasked/one' }), false)
})
