// Signed bundles through HTTP: made, downloaded, verified by the page that needs no account; keys rotated.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type PublishedKey, verifyBundle } from '@lasthash/bundle'
import { type Json, startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'
import { until } from '../../../test/until.ts'
import { ScanWorker } from '../../jobs/scan-worker.ts'

let world: TestContext
let api: TestApi
let worker: ScanWorker
let own: { key: string }
let other: { key: string }
let website_id: string

before(async () => {
  world = await createTestContext({ PUBLIC_URL: 'https://app.lasthash.test' })
  api = await startApi(world.context)
  worker = new ScanWorker(world.context, { slots: 2 })
  await worker.start()
  own = await organization()
  other = await organization()
  const scan = await ask(
    'POST',
    '/v1/scans',
    { url: 'https://expired-certificate.lasthash.test/', scan_type: 'full' },
    202,
  )
  await until(async () => (await ask('GET', `/v1/scans/${scan.id}`)).status === 'done', 60_000)
  website_id = scan.website_id
})
after(async () => {
  await worker.stop(0)
  await api.close()
  await world.close()
})

async function organization(): Promise<{ key: string }> {
  const { key } = await world.organization('pro')
  return api.ask(key, 'POST', '/v1/api-keys', { name: 'Test', mode: 'test' }, 201)
}
const ask = (method: string, path: string, body?: unknown, expected?: number): Promise<Json> =>
  api.ask(own.key, method, path, body, expected)
const make = (): Promise<Json> => ask('POST', '/v1/compliance/bundles', { framework: 'pci_dss_4', website_id }, 201)
async function download(id: string): Promise<Buffer> {
  const answer = await api.send(own.key, 'GET', `/v1/compliance/bundles/${id}/file`)
  assert.equal(answer.status, 200)
  assert.match(
    answer.headers.get('content-disposition')!,
    /attachment; filename="lasthash-pci_dss_4-\d{4}-\d\d-\d\d\.tar"/,
  )
  return Buffer.from(await answer.arrayBuffer())
}
const published = async (kid: string): Promise<PublishedKey> =>
  (await fetch(`${api.base}/.well-known/lasthash-signing-keys/${kid}`)).json() as Promise<PublishedKey>
/** What the public page says of a file. */
async function page(file: Buffer): Promise<{ status: number; text: string }> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(file)]), 'bundle.tar')
  const answer = await fetch(`${api.base}/verify`, { method: 'POST', body: form })
  return { status: answer.status, text: await answer.text() }
}

test('a bundle holds what the assessment rests on, and is verified by its published key', async () => {
  const file = { name: 'Beschluß.pdf', media_type: 'application/pdf', content: Buffer.from('%PDF').toString('base64') }
  const attested = await ask('POST', '/v1/compliance/attestations', {
    ...{ framework: 'pci_dss_4', requirement: '12.1.2', verdict: 'met', statement: 'Reviewed in May.', file },
  })
  assert.deepEqual([attested.file.name, attested.file.size], ['Beschluß.pdf', 4])
  const back = await api.send(own.key, 'GET', `/v1/compliance/attestations/${attested.id}/file`)
  assert.deepEqual([await back.text(), back.headers.get('content-type')], ['%PDF', 'application/octet-stream'])
  const bundle = await make()
  assert.deepEqual(await ask('GET', `/v1/compliance/bundles/${bundle.id}`), bundle)
  assert.deepEqual((await ask('GET', '/v1/compliance/bundles?framework=pci_dss_4')).data, [bundle])
  const bytes = await download(bundle.id)
  assert.equal(bytes.length, bundle.size)
  const verdict = verifyBundle(bytes, [await published(bundle.signing_key_id)])
  assert.ok(verdict.genuine, JSON.stringify(verdict))
  const { entries, issuer } = verdict.manifest
  assert.equal(issuer, 'https://app.lasthash.test')
  assert.deepEqual(
    entries.map(({ path }) => path),
    [
      'README.txt',
      'assessment.json',
      'requirements.csv',
      'report.html',
      'report.pdf',
      `evidence/${website_id}.json`,
      'attestations/attestations.json',
      `attestations/${attested.id}.pdf`,
      'changes.json',
    ],
  )
  assert.equal(entries.length, bundle.entry_count)
  const text = bytes.toString('utf8')
  assert.ok(text.includes('"check": "tls/certificate-expired"') && text.includes('Reviewed in May.'))
  for (const path of [`/v1/compliance/bundles/${bundle.id}`, `/v1/compliance/bundles/${bundle.id}/file`])
    await api.ask(other.key, 'GET', path, undefined, 404)
  await api.ask(other.key, 'GET', `/v1/compliance/attestations/${attested.id}/file`, undefined, 404)
  await ask('POST', '/v1/compliance/bundles', { framework: 'pci' }, 400)
  await api.ask(other.key, 'POST', '/v1/compliance/bundles', { framework: 'pci_dss_4', website_id }, 404)
})

test('the public page verifies without an account, and tells what was changed', async () => {
  const bytes = await download((await make()).id)
  const empty = await fetch(`${api.base}/verify`)
  assert.match(await empty.text(), /<input id="file"/)
  const good = await page(bytes)
  assert.match(good.text, /<strong>Genuine\.<\/strong>.*PCI DSS 4\.0\.1, .*The key belongs to<\/dt><dd>/s)
  const at = bytes.indexOf('"verdict": "met"')
  const forged = Buffer.from(bytes)
  forged.write('"verdict": "mee"', at)
  const changed = await page(forged)
  assert.match(
    changed.text,
    /<strong>Not genuine\.<\/strong> (attestations\/attestations|assessment)\.json was changed/,
  )
  assert.match((await page(Buffer.from('<script>alert(1)</script>'))).text, /Not genuine.*no LastHash bundle/)
  assert.equal((await page(Buffer.alloc(0))).status, 400)
  const plain = await fetch(`${api.base}/verify`, {
    method: 'POST',
    body: 'x',
    headers: { 'content-type': 'text/plain' },
  })
  assert.ok(plain.status === 415 || plain.status === 400, String(plain.status))
})

test('a key that nobody published is told so, whatever the bundle says', async () => {
  const foreign = await createTestContext({ PUBLIC_URL: 'https://app.lasthash.test' })
  const there = await startApi(foreign.context)
  try {
    const { key } = await foreign.organization('pro')
    const bundle = await there.ask(key, 'POST', '/v1/compliance/bundles', { framework: 'gdpr' }, 201)
    const file = await there.send(key, 'GET', `/v1/compliance/bundles/${bundle.id}/file`)
    const { text } = await page(Buffer.from(await file.arrayBuffer()))
    assert.match(text, /Not genuine\.<\/strong> It is whole, but signed by a key that is not trusted here: sgk_/)
    assert.equal((await fetch(`${api.base}/.well-known/lasthash-signing-keys/${bundle.signing_key_id}`)).status, 404)
    assert.equal((await fetch(`${api.base}/.well-known/lasthash-signing-keys/x`)).status, 404)
  } finally {
    await there.close()
    await foreign.close()
  }
})

test('after a rotation the new key signs, and the old one still verifies', async () => {
  const before = await make()
  const fresh = await ask('POST', '/v1/compliance/signing-keys', undefined, 201)
  const after = await make()
  assert.deepEqual([after.signing_key_id, fresh.retired_at], [fresh.id, null])
  assert.notEqual(before.signing_key_id, fresh.id)
  const keys = (await ask('GET', '/v1/compliance/signing-keys')).data
  assert.deepEqual(
    keys.map(({ id, retired_at }: Json) => [id, retired_at === null]),
    [
      [fresh.id, true],
      [before.signing_key_id, false],
    ],
  )
  for (const { id } of [before, after]) assert.match((await page(await download(id))).text, /<strong>Genuine/)
  const rows = await world.context.database.system.selectFrom('signing_keys').select('private_key').execute()

  assert.ok(rows.every(({ private_key }) => !private_key.toString('latin1').includes('PRIVATE KEY')))
  assert.deepEqual((await api.ask(other.key, 'GET', '/v1/compliance/signing-keys')).data, [])
})
