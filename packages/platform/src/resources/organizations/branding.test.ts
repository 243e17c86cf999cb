// White label: what an organisation sets, what it has from the one above, and where its people see it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext, type TestOrganization } from '../../../test/test-context.ts'

// One pixel.
const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const COLORS = { primary: '#7a1f5c', accent: '#0a5c36' }

let world: TestContext
let api: TestApi
let parent: TestOrganization

before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
  parent = await world.organization('enterprise')
})
after(async () => {
  await api.close()
  await world.close()
})

async function newChild(): Promise<TestOrganization> {
  const limits = { requests_per_minute: 100_000 }
  const { id } = await api.ask(parent.key, 'POST', '/v1/organizations', { name: 'Customer', plan: 'pro', limits })
  const answer = await api.send(parent.key, 'POST', '/v1/api-keys', { name: 'K' }, { 'lasthash-organization': id })
  return { id, key: ((await answer.json()) as Json).key }
}

const pathOf = ({ id }: TestOrganization) => `/v1/organizations/${id}`
/** The API under another name that leads to it. */
const localhost = () => new URL(api.base.replace('127.0.0.1', 'localhost')).host

test('a child is shown as its parent sets it, but for what it sets itself', async () => {
  const child = await newChild()
  const mail_sender = { name: 'Acme', address: 'security@acme.example' }
  const set = await api.ask(parent.key, 'PATCH', pathOf(parent), {
    branding: { name: 'Acme', colors: COLORS, mail_sender },
  })
  assert.deepEqual(
    [set.branding.name, set.branding.colors, set.branding.mail_sender, set.branding.logo],
    ['Acme', COLORS, mail_sender, null],
  )
  const own = await api.ask(child.key, 'PATCH', pathOf(child), { branding: { name: 'Bee & Co', logo: PNG } })
  assert.deepEqual([own.branding.name, own.branding.colors], ['Bee & Co', null])
  const { brands } = world.context
  const { name, logo, colors, mail_sender: sender, publicUrl } = await brands.of(child.id)
  assert.deepEqual([name, logo, colors, sender], ['Bee & Co', PNG, COLORS, mail_sender])
  assert.equal(publicUrl, world.context.config.publicUrl)
  await api.ask(child.key, 'PATCH', pathOf(child), { branding: { name: null, logo: null } })
  assert.equal((await brands.of(child.id)).name, 'Acme')
  const stranger = await world.organization('pro')
  assert.equal((await brands.of(stranger.id)).name, null)
})

test('what cannot be read, sent or shown is refused, and says why', async () => {
  const svg = `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`
  const wrong: [Json, RegExp][] = [
    [{ colors: { primary: '#ffff00', accent: '#000000' } }, /primary is too light: .* contrast of 1\.1/],
    [{ colors: { primary: '#000000' } }, /accent/],
    [{ colors: { primary: 'red', accent: '#000000' } }, /primary/],
    [{ logo: svg }, /logo/],
    [{ logo: PNG.replace('png', 'jpeg') }, /logo is not the PNG or JPEG/],
    [{ logo: `data:image/png;base64,${'A'.repeat(40_000)}` }, /logo/],
    [{ mail_sender: { name: 'A', address: 'a@b.example, c@d.example' } }, /address/],
    [{ mail_sender: { name: 'A\r\nBcc: x@y.example', address: 'a@b.example' } }, /name/],
    [{ domain: 'https://acme.example' }, /domain/],
    [{ domain: 'ACME.example' }, /domain/],
    [{ domain: 'acme.example/path' }, /domain/],
    [{ name: '' }, /name/],
    [{ color: '#000000' }, /color/],
  ]
  const before = await api.ask(parent.key, 'GET', pathOf(parent))
  for (const [branding, words] of wrong) {
    const { code, errors } = await api.ask(parent.key, 'PATCH', pathOf(parent), { branding }, 400)
    assert.equal(code, 'validation_failed')
    assert.match(
      errors.map(({ pointer, detail }: Json) => `${pointer} ${detail}`).join('; '),
      words,
      JSON.stringify(branding),
    )
  }
  assert.deepEqual(await api.ask(parent.key, 'GET', pathOf(parent)), before)
})

test('a domain is used once this service answers under it, and never by two', async () => {
  const child = await newChild()
  const check = `${pathOf(child)}/domain/check`
  const reportUrl = async () => (await api.ask(child.key, 'GET', '/v1/scans')).data[0].report_url
  await api.ask(child.key, 'POST', '/v1/scans', { url: 'https://example.com' })
  assert.equal((await api.ask(child.key, 'POST', check, undefined, 409)).code, 'domain_not_set')

  const other = await startApi((await createElsewhere()).context)
  try {
    const elsewhere = new URL(other.base).host
    await api.ask(child.key, 'PATCH', pathOf(child), { branding: { domain: elsewhere } })
    const foreign = await api.ask(child.key, 'POST', check, undefined, 409)
    assert.deepEqual([foreign.code, /something else answered/.test(foreign.detail)], ['domain_not_here', true])
  } finally {
    await other.close()
  }
  const nowhere = await api.ask(child.key, 'POST', check, undefined, 409)
  assert.match(nowhere.detail, /ECONNREFUSED|refused/)
  assert.ok((await reportUrl()).startsWith(`${world.context.config.publicUrl}/reports/`))

  await api.ask(child.key, 'PATCH', pathOf(child), { branding: { domain: localhost(), name: 'Own <b>' } })
  const active = await api.ask(child.key, 'POST', check)
  assert.match(active.branding.domain_active_at, /Z$/)
  assert.ok((await reportUrl()).startsWith(`http://${localhost()}/reports/`))
  const page = await (await fetch(`http://${localhost()}/login`)).text()
  assert.ok(page.includes('Own &#60;b&#62;') && !page.includes('LastHash'))
  assert.ok((await (await fetch(`${api.base}/login`)).text()).includes('LastHash'))

  const sibling = await newChild()
  const taken = await api.ask(sibling.key, 'PATCH', pathOf(sibling), { branding: { domain: localhost() } }, 409)
  assert.equal(taken.code, 'domain_taken')
  const moved = await api.ask(child.key, 'PATCH', pathOf(child), { branding: { domain: 'other.example' } })
  assert.equal(moved.branding.domain_active_at, null)
  assert.ok((await reportUrl()).startsWith(`${world.context.config.publicUrl}/reports/`))
})

const elsewhere: TestContext[] = []
async function createElsewhere(): Promise<TestContext> {
  const context = await createTestContext()
  elsewhere.push(context)
  return context
}
after(async () => {
  for (const context of elsewhere) await context.close()
})

test('reports and pages carry the brand, under a policy that allows its logo and colours', async () => {
  const child = await newChild()
  const branding = { name: 'Report Co', logo: PNG, colors: COLORS, report_footer: 'Report Co, 1 High Street' }
  await api.ask(child.key, 'PATCH', pathOf(child), { branding })
  const scan = await api.ask(child.key, 'POST', '/v1/scans', { url: 'https://example.com' })
  const answer = await api.send(child.key, 'GET', `/reports/${scan.id}`)
  const html = await answer.text()
  for (const shown of ['Report Co', PNG, COLORS.primary, 'Report Co, 1 High Street'])
    assert.ok(html.includes(shown), shown)
  assert.ok(!html.replace(/<style>[\s\S]*<\/style>/, '').includes('LastHash'))
  assert.match(answer.headers.get('content-security-policy')!, /img-src data:; style-src 'sha256-/)
})
