import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'
import { parseCsv } from './csv.ts'

let world: TestContext
let api: TestApi
let organization: TestOrganization

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
beforeEach(async () => {
  organization = await world.organization('pro')
})
after(async () => {
  await api.close()
  await world.close()
})

const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(organization.key, method, path, body, expected)
const statuses = ({ results }: Json) => results.map(({ status }: Json) => status)

test('each row has its own result, and one that is wrong keeps none out', async () => {
  const known = await ask('POST', '/v1/websites', { url: 'https://known.example' })
  const group = await ask('POST', '/v1/website-groups', { name: 'Shops' })
  const answer = await ask('POST', '/v1/website-imports', {
    websites: [
      { url: 'new.example', name: 'New', tags: ['eu'], groups: [group.id], criticality: 'high' },
      { url: 'https://known.example/path' },
      { url: 'HTTPS://NEW.example:443/again' },
      { url: 'ftp://files.example' },
      { url: 'other.example', groups: ['grp_unknown'] },
      { url: '' },
    ],
  })
  assert.deepEqual(statuses(answer), ['created', 'exists', 'exists', 'invalid', 'invalid', 'invalid'])
  assert.deepEqual([answer.created, answer.exists, answer.invalid], [1, 2, 3])
  const [first, second, third, fourth, fifth] = answer.results
  assert.deepEqual([first.row, second.website_id, third.website_id], [1, known.id, first.website_id])
  assert.match(fourth.detail, /\.$/)
  assert.match(fifth.detail, /no group grp_unknown/)
  const made = await ask('GET', `/v1/websites/${first.website_id}`)
  assert.deepEqual(
    [made.url, made.name, made.tags, made.groups, made.criticality],
    ['https://new.example/', 'New', ['eu'], [group.id], 'high'],
  )
  assert.equal((await ask('GET', '/v1/websites')).data.length, 2)
  const told = (await ask('GET', '/v1/events?type=website.created')).data.map(({ data }: Json) => data.id)
  assert.deepEqual(told, [first.website_id, known.id])
  const { data: log } = await ask('GET', '/v1/audit-log')
  assert.equal(log[0].operation, 'importWebsites')
})

test('CSV: columns by name, in any order, with quotes, CRLF and lists', async () => {
  const csv =
    '\uFEFFname,url,tags,criticality\r\n"The ""Shop"", EU",shop.example,eu; shop,High\r\n,blog.example,,\r\nBad,x y,,\r\nOdd,odd.example,,urgent\r\nLong,long.example,,,,\r\n'
  const answer = await ask('POST', '/v1/website-imports', { csv })
  assert.deepEqual(statuses(answer), ['created', 'created', 'invalid', 'invalid', 'invalid'])
  const shop = await ask('GET', `/v1/websites/${answer.results[0].website_id}`)
  assert.deepEqual([shop.name, shop.tags, shop.criticality], ['The "Shop", EU', ['eu', 'shop'], 'high'])
  assert.equal((await ask('GET', `/v1/websites/${answer.results[1].website_id}`)).name, 'blog.example')
  assert.match(answer.results[3].detail, /criticality/)
  assert.match(answer.results[4].detail, /6 fields/)
})

const REFUSED: [body: Json, pointer: string, detail: RegExp][] = [
  [{}, '/websites', /either/],
  [{ websites: [{ url: 'a.example' }], csv: 'url\na.example' }, '/websites', /either/],
  [{ websites: [] }, '/websites', /./],
  [{ csv: 'url' }, '/csv', /no rows/],
  [{ csv: 'a.example\nb.example' }, '/csv', /column/],
  [{ csv: 'name\nx' }, '/csv', /url among them/],
  [{ csv: 'url,url\na,b' }, '/csv', /twice/],
  [{ csv: 'url\n"a.example' }, '/csv', /not closed/],
  [{ csv: `url\n${'a.example\n'.repeat(1_001)}` }, '/csv', /at most 1000/],
  [{ websites: [{ url: 'a.example', colour: 'red' }] }, '/websites/0/colour', /not known/],
]
for (const [body, pointer, detail] of REFUSED) {
  test(`refused as a whole: ${JSON.stringify(body).slice(0, 60)}`, async () => {
    const problem = await ask('POST', '/v1/website-imports', body, 400)
    assert.deepEqual([problem.code, problem.errors[0].pointer], ['validation_failed', pointer])
    assert.match(problem.errors[0].detail, detail)
  })
}

test('a thousand at once, and once more under the same key', async () => {
  const body = { websites: Array.from({ length: 1_000 }, (_, n) => ({ url: `https://s${n}.example` })) }
  const send = () => api.send(organization.key, 'POST', '/v1/website-imports', body, { 'idempotency-key': 'import-1' })
  const first = await send()
  const answer: Json = await first.json()
  assert.deepEqual([first.status, answer.created], [200, 1_000])
  const again = await send()
  assert.equal(again.headers.get('idempotent-replayed'), 'true')
  assert.deepEqual(await again.json(), answer)
  assert.equal((await ask('POST', '/v1/website-imports', body)).exists, 1_000)
})

test('test keys import virtual targets only, and a key that reads imports none', async () => {
  const { key } = await ask('POST', '/v1/api-keys', { name: 'Test', mode: 'test' })
  const websites = [{ url: 'https://clean.lasthash.test' }, { url: 'https://real.example' }]
  assert.deepEqual(statuses(await api.ask(key, 'POST', '/v1/website-imports', { websites })), ['created', 'invalid'])
  assert.deepEqual(statuses(await ask('POST', '/v1/website-imports', { websites })), ['invalid', 'created'])
  const reader = await ask('POST', '/v1/api-keys', { name: 'Reads', scopes: ['websites:read'] })
  await api.ask(reader.key, 'POST', '/v1/website-imports', { websites }, 403)
})

for (const [text, expected] of [
  [
    'a,b\n1,2\n',
    {
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
  ],
  [
    'a,b\r\n\r\n1,',
    {
      rows: [
        ['a', 'b'],
        ['1', ''],
      ],
    },
  ],
  ['"a\nb","c""d"', { rows: [['a\nb', 'c"d']] }],
  ['', { rows: [] }],
  ['a"b', { fault: 'line 1 has a quotation mark in the middle of a field' }],
  ['a\n"b"c', { fault: 'line 2 has a quotation mark in the middle of a quoted field' }],
  ['a\n"b\n', { fault: 'the quotation mark of line 2 is not closed' }],
] as const) {
  test(`CSV: ${JSON.stringify(text)}`, () => assert.deepEqual(parseCsv(text), expected))
}
