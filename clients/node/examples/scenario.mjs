// The scenario that all clients play against a running server, and print the same of: ../../conformance/scenario.md.
// LASTHASH_BASE_URL and LASTHASH_API_KEY (a test key of an organisation that has nothing yet) say where.
import { ConflictError, LastHash, NotFoundError, ScanFailedError, unwrap } from '@lasthash/sdk'

const say = (...words) => console.log(words.join(' '))
const client = new LastHash()

say('# A scan')
const scan = await client.scans.createAndWait({ url: 'https://vulnerable.lasthash.test', scan_type: 'full' })
const { critical, high, medium, low } = scan.vulnerabilities
say(scan.status, scan.security_score, scan.grade, `${critical}/${high}/${medium}/${low}`)

say('# Its vulnerabilities, four at a time')
let count = 0
for await (const _ of client.scans.vulnerabilities(scan.id, { limit: 4 })) count++
say(count)
const titles = []
for await (const found of client.vulnerabilities.list({ severity: 'high' })) titles.push(found.title)
for (const title of titles.sort()) say(title)

say('# A scan as it runs')
const told = new Set()
const clean = await client.scans.createAndWait(
  { url: 'https://clean.lasthash.test', scan_type: 'quick' },
  { onProgress: ({ event }) => told.add(event) },
)
say(clean.security_score, told.has('scan.completed'))

say('# A target that is down')
try {
  await client.scans.createAndWait({ url: 'https://down.lasthash.test' })
} catch (error) {
  if (!(error instanceof ScanFailedError)) throw error
  say(error.code, error.scan.status)
}

say('# Websites')
const shop = await client.websites.create({ url: 'https://slow.lasthash.test', name: 'Größe', tags: ['a & b'] })
say(shop.name, shop.url)
try {
  await client.websites.create({ url: 'https://slow.lasthash.test' })
} catch (error) {
  if (!(error instanceof ConflictError)) throw error
  say(error.status, error.code, error.body.website_id === shop.id, error.request_id.startsWith('req_'))
}
const { response } = await client.websites.get(shop.id).withResponse()
const changed = await client.websites.update(shop.id, { name: 'Shop' }, { ifMatch: response.headers.get('etag') })
say(changed.name)
try {
  await client.websites.update(shop.id, { name: 'Again' }, { ifMatch: response.headers.get('etag') })
} catch (error) {
  say(error.constructor.name, error.code)
}
for await (const website of client.websites.list({ tag: 'a & b' })) say(website.url)
await client.websites.delete(shop.id)
try {
  await client.websites.get(shop.id)
} catch (error) {
  if (!(error instanceof NotFoundError)) throw error
  say(error.status, error.code)
}

say('# Once, whatever is repeated')
const key = `scenario-${scan.id}`
const first = await client.scans.create({ url: 'https://clean.lasthash.test' }, { idempotencyKey: key })
const again = await client.scans.create({ url: 'https://clean.lasthash.test' }, { idempotencyKey: key })
say(first.id === again.id)

say('# What is refused')
for (const call of [
  () => client.scans.create({ url: 'https://clean.lasthash.test', scan_type: 'thorough' }),
  () => client.scans.vulnerabilities(scan.id, { limit: 1000 }),
  () => client.withOptions({ apiKey: 'lh_live_not_a_key' }).usage.get(),
]) {
  try {
    await call()
  } catch (error) {
    const { errors = [] } = error
    say(error.constructor.name, error.code, errors.map(({ pointer, parameter }) => pointer ?? parameter).join() || '-')
  }
}

say('# A report')
const report = await client.scans.report(scan.id, { format: 'html' })
say(report.slice(0, 15).toLowerCase())
const document = await client.scans.report(scan.id, { format: 'json' })
say(document.scan.id === scan.id, document.vulnerabilities.length)

say('# A webhook')
const webhook = await client.webhooks.create({ url: 'https://example.com/hook', events: ['scan.completed'] })
say(webhook.secret.startsWith('whsec_'))
await client.webhooks.delete(webhook.id)
const body = '{"id":"evt_1","type":"scan.completed","created_at":"2026-01-15T00:00:00Z","data":{"security_score":85}}'
const headers = {
  'webhook-id': 'evt_1',
  'webhook-timestamp': '1768435200',
  'webhook-signature': 'v1,Vp5tIBEXDpYbJR74fkTv+5rhA23kEdI3+Y//G3FN4HM=',
}
const event = unwrap(body, headers, 'your_webhook_secret', { now: 1768435200 })
say(event.type, event.data.security_score)
try {
  client.webhooks.unwrap(body, headers, 'your_webhook_secret')
} catch (error) {
  say(error.constructor.name)
}
