import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf } from './places.ts'

const at = (path: string) => `https://site.test${path}`

test('pages are visited again, for scripts the page that loads them; only some in the browser', () => {
  assert.deepEqual(
    placesOf([
      { kind: 'page', url: at('/a') },
      { kind: 'page', url: at('/a') },
      { kind: 'script', url: at('/x.js'), page: at('/b') },
      { kind: 'foreign_script', url: 'https://cdn.test/y.js', page: at('/c') },
      { kind: 'foreign_script', url: 'https://cdn.test/z.js' },
      { kind: 'browser', url: at('/d') },
      { kind: 'address', url: at('/lib.js') },
      { kind: 'probe', url: at('/.env') },
      { kind: 'copy', url: at('/a.bak') },
      { kind: 'visit', url: at('/e') },
    ]),
    {
      pages: [at('/a'), at('/b'), at('/c'), at('/d')],
      shown: [at('/c'), at('/d')],
      addresses: [at('/lib.js')],
    },
  )
})

test('of each kind the first are taken, and no more than a scan can afford', () => {
  const many = Array.from({ length: 2_000 }, (_, n) => at(`/${n}`))
  const { pages } = placesOf(many.map((url) => ({ kind: 'page', url })))
  const { shown } = placesOf(many.map((url) => ({ kind: 'browser', url })))
  const { addresses } = placesOf(many.map((url) => ({ kind: 'address', url })))
  assert.deepEqual([pages.length, shown.length, addresses.length], [500, 12, 100])
  assert.equal(pages[0], many[0])
})
