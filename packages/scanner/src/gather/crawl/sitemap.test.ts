import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorTime } from '../../../test/processor-time.ts'
import { parseSitemap } from './sitemap.ts'

test('a sitemap, an index, and a plain list', () => {
  const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://site.test/a?x=1&amp;y=2</loc><lastmod>2026-01-01</lastmod></url>
    <url><loc> <![CDATA[https://site.test/b]]> </loc></url></urlset>`
  assert.deepEqual(parseSitemap(sitemap), {
    pages: ['https://site.test/a?x=1&y=2', 'https://site.test/b'],
    sitemaps: [],
  })
  const index = '<sitemapindex><sitemap><loc>https://site.test/1.xml.gz</loc></sitemap></sitemapindex>'
  assert.deepEqual(parseSitemap(index), { pages: [], sitemaps: ['https://site.test/1.xml.gz'] })
  assert.deepEqual(parseSitemap('https://site.test/a\nhttps://site.test/b\n').pages.length, 2)
})

test('an XML bomb is text like any other', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'<!ENTITY b "&a;&a;&a;&a;&a;&a;">'.repeat(1_000)}]><urlset><url><loc>https://site.test/&b;</loc></url></urlset>`
  assert.ok(processorTime(() => assert.deepEqual(parseSitemap(bomb).pages, ['https://site.test/&b;'])) < 5_000)
})

test('broken and endless files are read as far as it goes', () => {
  assert.deepEqual(parseSitemap('<urlset><url><loc>https://site.test/a'), {
    pages: ['https://site.test/a'],
    sitemaps: [],
  })
  assert.deepEqual(parseSitemap(''), { pages: [], sitemaps: [] })
  const endless = '<url><loc>https://site.test/a</loc></url>'.repeat(100_000)
  assert.equal(parseSitemap(endless).pages.length, 20_000)
  assert.ok(processorTime(() => parseSitemap('<loc>'.repeat(500_000))) < 10_000)
})
