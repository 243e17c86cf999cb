import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gather } from '../../test/gather.ts'
import { serving } from '../../test/net.ts'
import { startHttp } from '../../test/servers.ts'

test('visitors: start page and two more, as four kinds of visitors, twice each, under our name', async (t) => {
  const seen: { path: string; agent: string; referer: string | undefined }[] = []
  const server = await serving(
    t,
    startHttp((request, response) => {
      const agent = request.headers['user-agent'] ?? ''
      if (/ LastHash\//.test(agent)) seen.push({ path: request.url!, agent, referer: request.headers.referer })
      response.setHeader('Content-Type', 'text/html')
      if (/Googlebot/.test(agent)) return void response.end('<title>spam</title>')
      response.end(
        '<a href="/a/1">a</a><a href="/a/2">a</a><a href="/logout">x</a><a href="/b?q=1">q</a><a href="/c">c</a><a href="/d">d</a>',
      )
    }),
  )
  const { pages } = await gather(t, `${server.origin}/`, 'visitors')
  assert.deepEqual(
    pages.map(({ url }) => new URL(url).pathname),
    ['/', '/a/1', '/c'],
  )
  for (const { visits } of pages) {
    assert.deepEqual(
      visits.map(({ as }) => as),
      ['searcher', 'phone', 'robot', 'browser', 'searcher', 'phone', 'robot', 'browser'],
    )
    for (const { as, navigation } of visits)
      assert.equal(/spam/.test(navigation.exchanges.at(-1)!.response.body), as === 'robot', as)
  }
  assert.equal(seen.length, 24)
  assert.ok(seen.filter(({ referer }) => referer === 'https://www.google.com/').length === 6)
  assert.ok(seen.every(({ agent }) => agent.includes('+https://lasthash.com/scanner')))
})
