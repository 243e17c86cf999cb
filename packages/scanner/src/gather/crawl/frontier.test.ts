import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CrawlOptions } from '../../evidence.ts'
import { CERTAIN, Frontier, GUESSED } from './frontier.ts'
import { parseRobots } from './robots.ts'
import { Scope } from './scope.ts'

const HOSTS = ['https://site.test', 'https://www.site.test']

function frontier(crawl: CrawlOptions = {}, robots: string | null = null): Frontier {
  const isOwn = (url: string) => HOSTS.includes(new URL(url).origin)
  const rules = robots === null ? null : parseRobots(robots, 'LastHash')
  const scope = new Scope({ isOwn, crawl, robots: rules })
  return new Frontier({ scope, maxDepth: crawl.max_depth ?? 20, samples: crawl.samples ?? 25 })
}

/** Visits all that waits; `build` says how the page at an address is built, `links` where it leads. */
function crawl(
  one: Frontier,
  build: (url: string) => string,
  links: (url: string) => readonly string[] = () => [],
  most = 5_000,
): string[] {
  const visited: string[] = []
  for (let next = one.next(); next && visited.length < most; next = one.next()) {
    visited.push(next.url)
    one.saw(next.shape, build(next.url))
    for (const link of links(next.url)) one.add(link, next.depth + 1)
  }
  return visited
}

test('each page once, whatever its spelling, near and sure ones first', () => {
  const one = frontier()
  one.add('https://site.test/guess', 1, GUESSED)
  one.add('https://site.test/a#x', 1)
  one.add('https://site.test/A/../a?utm_source=mail', 1)
  one.add('https://www.site.test/b', 1)
  assert.deepEqual(
    crawl(one, () => 'x'),
    ['https://site.test/a', 'https://www.site.test/b', 'https://site.test/guess'],
  )
})

test('what is not followed is counted by its reason', () => {
  const one = frontier({ exclude: ['/private'], max_depth: 3 }, 'User-agent: *\nDisallow: /no\nAllow: /no/but')
  const paths = ['/private/x', '/no/x', '/no/but', '/logout', '/a.png', `/${'a/'.repeat(9)}`]
  for (const path of paths) one.add(`https://site.test${path}`, 1)
  one.add('https://other.test/', 1)
  one.add('https://site.test/deep', 4)
  assert.deepEqual(
    crawl(one, () => 'x'),
    ['https://site.test/no/but'],
  )
  const { elsewhere, excluded, robots, unsafe, binary, endless, too_deep } = one.unfollowed
  assert.deepEqual([elsewhere, excluded, robots, unsafe, binary, endless, too_deep], [1, 1, 1, 1, 1, 1, 1])
})

test('include names what is crawled, by how a path begins, with wildcards', () => {
  const one = frontier({ include: ['/shop/', '/*/news$'] })
  for (const path of ['/shop/1', '/shop', '/en/news', '/en/news/2']) one.add(`https://site.test${path}`, 1)
  assert.deepEqual(
    crawl(one, () => 'x'),
    ['https://site.test/shop/1', 'https://site.test/en/news'],
  )
})

test('a small site of one template is read to its last page', () => {
  const one = frontier()
  for (let n = 0; n < 100; n++) one.add(`https://site.test/article/${n}`, 1)
  assert.equal(crawl(one, () => 'article').length, 100)
})

for (const [name, start, links] of [
  ['a calendar without end', '/cal?y=2024&m=1', (n: number) => [`/cal?y=2024&m=${n + 1}`, `/cal?y=2025&m=${n}`]],
  ['a path that grows', '/x/1', (n: number) => [`/x/${n + 1}`]],
  [
    'random names in one folder',
    '/w/a',
    (n: number) => [`/w/${n.toString(36).replace(/\d/g, 'q')}z`, `/w/y${'k'.repeat(n % 50)}`],
  ],
  [
    'faceted lists',
    '/list?a=1',
    (n: number) => [`/list?${[...'abcdefghij'].filter((_, i) => (n >> i) & 1).join('=1&')}`],
  ],
] as const) {
  test(`a trap is sampled: ${name}`, () => {
    const one = frontier()
    one.add(`https://site.test${start}`, 1)
    let count = 0
    const visited = crawl(
      one,
      () => 'same',
      () => links(++count).map((path) => `https://site.test${path}`),
    )
    assert.ok(visited.length <= 1_300, `${visited.length} pages`)
  })
}

test('pages of one shape that are built differently are all read', () => {
  const one = frontier()
  for (let n = 0; n < 200; n++) one.add(`https://site.test/index.php?id=${n}`, 1)
  assert.equal(crawl(one, (url) => url).length, 200)
})

test('other pages come before one more of what is alike', () => {
  const one = frontier({ samples: 5 })
  for (let n = 0; n < 50; n++) one.add(`https://site.test/article/${n}`, 1)
  one.add('https://site.test/contact', 1, GUESSED)
  const visited = crawl(one, () => 'same')
  assert.equal(visited.indexOf('https://site.test/contact'), 5)
  assert.equal(visited.length, 21)
  assert.equal(one.unfollowed.alike, 30)
})

test('a million links cost bounded memory', () => {
  const one = frontier()
  for (let n = 0; n < 1_000_000; n++) one.add(`https://site.test/p${n}`, 1)
  assert.equal(one.waiting, 20_000)
  assert.equal(one.unfollowed.too_many, 980_000)
})

test('a saved frontier goes on where it was', () => {
  const one = frontier()
  for (const path of ['/a', '/b', '/c']) one.add(`https://site.test${path}`, 1)
  const underWay = one.next()!
  const other = frontier()
  other.restore(JSON.parse(JSON.stringify(one.save([underWay]))))
  other.add('https://site.test/a', 1, CERTAIN)
  assert.deepEqual(
    crawl(other, () => 'x'),
    ['https://site.test/a', 'https://site.test/b', 'https://site.test/c'],
  )
})

test('robots.txt: groups, the longest rule, wildcards, sitemaps', () => {
  const rules = parseRobots(
    'User-agent: LastHash\nUser-agent: Other\nDisallow: /\nAllow: /open*$\n\nUser-agent: *\nDisallow: /secret\n# x\nSitemap: https://site.test/s.xml',
    'LastHash',
  )
  assert.deepEqual([rules.allows('/a'), rules.allows('/open'), rules.allows('/open/x')], [false, true, true])
  assert.deepEqual([rules.paths, rules.sitemaps], [['/secret'], ['https://site.test/s.xml']])
  assert.equal(parseRobots('User-agent: *\nDisallow:', 'LastHash').allows('/x'), true)
  assert.equal(parseRobots('\0\xff: [[[', 'LastHash').allows('/x'), true)
  const long = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(200)}`, 'LastHash')
  assert.equal(long.allows(`/${'a'.repeat(2_000)}`), false)
})

test('what was turned away while too many waited is followed when it comes again', () => {
  const one = frontier({ samples: 100_000, max_depth: 1_000 })
  const links = Array.from({ length: 30_000 }, (_, n) => `https://site.test/p${n}`)
  for (const link of links) one.add(link, 1)
  assert.equal(one.unfollowed.too_many, 10_000)
  for (const link of links) one.add(link, 1)
  assert.equal(one.unfollowed.too_many, 10_000, 'counted once')
  const visited = crawl(
    one,
    () => 'x',
    (url) => (url.endsWith('/p19999') ? links : []),
    40_000,
  )
  assert.equal(new Set(visited).size, 30_000)
  assert.equal(visited.length, 30_000)
  assert.equal(one.unfollowed.too_many, 0)
})

test('what an earlier scan saw comes first, however many are alike, but nothing out of scope or unsafe', () => {
  const one = frontier({ exclude: ['/private'], samples: 2 })
  one.add('https://site.test/a', 1)
  const again = Array.from({ length: 30 }, (_, n) => `https://site.test/item/${n}`)
  for (const url of again) one.revisit(url)
  for (const url of ['/private/x', '/logout', '/item/3#again'].map((path) => `https://site.test${path}`))
    one.revisit(url)
  one.revisit('https://other.test/')
  one.revisit('no address')
  one.add('https://site.test/item/7', 1)
  assert.equal(one.waiting, 31)
  const { waiting } = one.save([])
  assert.equal(waiting[0]!.url, again[0])
  assert.deepEqual(
    crawl(one, () => 'x'),
    [...again, 'https://site.test/a'],
  )
})
