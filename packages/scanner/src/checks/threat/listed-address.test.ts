import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import { parseHtml } from '../../derive/html.ts'
import type { Settled } from '../../evaluate.ts'
import { builtinKnowledge } from '../../feeds/builtin.ts'
import { type ListedAddress, ListedAddresses } from '../../listed-addresses.ts'
import check from './listed-address.ts'

const one: ListedAddress = {
  url: 'https://bad.example/a.js',
  threat: 'malware_download',
  reference: null,
  page: 'https://site.test/',
  loads: true,
  feed: { name: 'urlhaus', date: '2026-01-15T12:00:00Z' },
}

testCheck(check, {
  fires: [
    { name: 'a script', evidence: { listed: [one] }, outcome: 'loads', seen: 'https://bad.example/a.js' },
    { name: 'a link', evidence: { listed: [{ ...one, loads: false }] }, outcome: 'links' },
  ],
  silent: [
    { name: 'nothing that is listed', evidence: { listed: [] }, verdict: 'pass' },
    { name: 'no feed at all', evidence: { listed: [] as const }, verdict: 'pass' },
  ],
})

test('addresses of pages are looked up once each, scripts apart from links', () => {
  const asked: string[] = []
  const knowledge = {
    ...builtinKnowledge(),
    listing(url: string) {
      asked.push(url)
      return url.startsWith('https://bad.example/') ? { url, threat: 'x', reference: null, feed: one.feed } : null
    },
  }
  const listed = new ListedAddresses(knowledge)
  const body =
    '<script src="https://bad.example/a.js"></script><a href="https://bad.example/b">b</a><a href="/c">c</a><a href="mailto:x@y.z">m</a>'
  const seen = page({ body })
  const evidence: Record<string, Settled> = {
    page: { ok: true, value: seen },
    html: { ok: true, value: parseHtml(body, seen.url) },
  }
  for (let n = 0; n < 2; n++) listed.see((name) => evidence[name]!)
  assert.deepEqual(
    listed.found.map(({ url, loads }) => [url, loads]),
    [
      ['https://bad.example/a.js', true],
      ['https://bad.example/b', false],
    ],
  )
  assert.equal(asked.length, 3)
})
