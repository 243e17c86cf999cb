import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page, script } from '../../test/evidence.ts'
import { derived } from '../../test/gather.ts'
import { processorTime } from '../../test/processor-time.ts'
import type { Leads } from './leads.ts'
import type { ScriptLeads } from './script_leads.ts'

const leadsOf = (body: string, type = 'text/html') =>
  derived({ page: page({ url: 'https://site.test/dir/', body, headers: { 'Content-Type': type } }) }, 'leads') as Leads
const scriptLeads = (body: string) =>
  derived(
    { script: script(body, { url: 'https://site.test/js/app.js', page: 'https://site.test/dir/' }) },
    'script_leads',
  ) as ScriptLeads

test('pages: anchors, areas, frames, canonical and next, refreshes', () => {
  const { pages } = leadsOf(`<a href="a">1</a><a href="a">again</a><area href="/b"><iframe src="c"></iframe>
    <link rel="canonical" href="/d"><link rel="next" href="?p=2"><link rel="stylesheet" href="/no.css">
    <meta http-equiv="refresh" content="5; URL='/e'"><a href="mailto:a@b.test">mail</a><a href="javascript:x()">x</a>`)
  const paths = ['/dir/a', '/b', '/dir/c', '/d', '/dir/?p=2', '/e']
  assert.deepEqual(
    pages,
    paths.map((path) => `https://site.test${path}`),
  )
})

test('resources keep their parameters: srcset, images, media, styles', () => {
  const { resources, scripts } = leadsOf(
    '<img src="/i?id=1" srcset="/s1.png 1x, /s2?w=2 2x"><video src="/v.mp4"></video><link rel=stylesheet href="/a.css?v=1"><script src="/x.js"></script>',
  )
  assert.deepEqual(
    resources.map((url) => url.slice(17)),
    ['/i?id=1', '/s1.png', '/s2?w=2', '/v.mp4', '/a.css?v=1'],
  )
  assert.deepEqual(scripts, ['https://site.test/x.js'])
})

test('forms: GET ones with what an empty one would send, POST ones with their names only', () => {
  const { forms } =
    leadsOf(`<form action="/find?old=1"><input name="q" value="a b"><select name="in"></select><input type="submit" name="go"></form>
    <form method="post"><input name="user"><input type="file" name="f"><textarea name="text"></textarea></form><form method="dialog"></form>`)
  assert.deepEqual(forms, [
    { url: 'https://site.test/find?q=a+b&in=', method: 'GET', names: ['q', 'in'] },
    { url: 'https://site.test/dir/', method: 'POST', names: ['user', 'text'] },
  ])
})

test('pages of one template are built alike, others are not', () => {
  const article = (n: number, more = '') =>
    leadsOf(
      `<title>${n}</title><script src="/a.${'0a1b2c'}${n}.js"></script><h1>Article ${n}</h1><a href="/${n}">x</a>${more}`,
    ).build
  assert.equal(article(1), article(20))
  assert.notEqual(article(1), article(1, '<form><input name="q"></form>'))
})

test('an OpenAPI description gives its operations and their parameters', () => {
  const document = {
    openapi: '3.1.0',
    servers: [{ url: '/api/v2' }],
    components: { parameters: { page: { name: 'page', in: 'query' } } },
    paths: {
      '/items/{id}': {
        parameters: [{ name: 'id', in: 'path' }],
        get: { parameters: [{ $ref: '#/components/parameters/page' }] },
        delete: {},
        post: { requestBody: { content: { 'application/json': { schema: { properties: { name: {}, price: {} } } } } } },
      },
    },
  }
  const { endpoints } = leadsOf(JSON.stringify(document), 'application/json')
  const id = { name: 'id', in: 'path' }
  const url = 'https://site.test/api/v2/items/{id}'
  assert.deepEqual(endpoints, [
    { url, method: 'GET', parameters: [id, { name: 'page', in: 'query' }] },
    { url, method: 'POST', parameters: [id, { name: 'name', in: 'body' }, { name: 'price', in: 'body' }] },
    { url, method: 'DELETE', parameters: [id] },
  ])
})

test('other JSON documents lead to the addresses in them; what is broken or huge leads nowhere', () => {
  const configuration = {
    issuer: 'https://site.test',
    userinfo_endpoint: 'https://site.test/me',
    list: [{ href: '/items?p=2' }],
    n: 'a/b',
  }
  const { pages } = leadsOf(JSON.stringify(configuration), 'application/json')
  assert.deepEqual([...pages].sort(), ['https://site.test/', 'https://site.test/items?p=2', 'https://site.test/me'])
  for (const body of ['{"a":', '[[[[', `${'['.repeat(100_000)}`, 'null', ''])
    assert.deepEqual(leadsOf(body, 'application/json').pages, [])
})

test('scripts: addresses in their strings, resolved against the page; patterns and media types are none', () => {
  const { endpoints, source_map } = scriptLeads(`
    fetch("api/items?limit=5"); axios.get('/api/users'); xhr.open("GET", 'list.json')
    const a = "/static/data.json", b = 'https://site.test/v1/me', c = "text/html", d = "/", e = \`/api/\${id}\`, f = /\\/ab+c/
    //# sourceMappingURL=app.js.map
  `)
  const paths = ['/dir/api/items?limit=5', '/api/users', '/dir/list.json', '/static/data.json', '/v1/me']
  assert.deepEqual(
    endpoints,
    paths.map((path) => `https://site.test${path}`),
  )
  assert.equal(source_map, 'https://site.test/js/app.js.map')
  assert.equal(scriptLeads('1\n//# sourceMappingURL=data:application/json;base64,e30=').source_map, null)
})

test('no script takes long', () => {
  for (const body of [
    '"/'.repeat(500_000),
    `fetch(${' '.repeat(500_000)}`,
    `"/${'a/'.repeat(500_000)}"`,
    '\\"/a'.repeat(300_000),
  ]) {
    assert.ok(processorTime(() => scriptLeads(body)) < 10_000, body.slice(0, 10))
  }
})
