// The use case of docs/ticketing.md from beginning to end, against a running server:
//
//   LASTHASH_API_KEY=… GITHUB_TOKEN=… node test/use-cases/ticketing.ts https://shop.example/ acme/shop
//
// LASTHASH_BASE_URL says where the server is (http://127.0.0.1:8080), GITHUB_API_URL where GitHub is (https://api.github.com).
import { setTimeout as pause } from 'node:timers/promises'

const BASE = process.env.LASTHASH_BASE_URL ?? 'http://127.0.0.1:8080'
const KEY = process.env.LASTHASH_API_KEY ?? ''
const PATIENCE = 900_000 // milliseconds for anything that is waited for
const [url, repository] = process.argv.slice(2)
const token = process.env.GITHUB_TOKEN
const base_url = process.env.GITHUB_API_URL ?? 'https://api.github.com'

// biome-ignore lint/suspicious/noExplicitAny: JSON as it comes
type Json = any

async function ask(method: string, path: string, body?: unknown): Promise<Json> {
  const answer = await fetch(BASE + path, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function waitFor(path: string, isThere: (object: Json) => boolean): Promise<Json> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(500)) {
    const object = await ask('GET', path)
    if (isThere(object)) return object
  }
  throw new Error(`${path} is not ready after ${PATIENCE / 60_000} minutes.`)
}

const say = (text: string) => process.stdout.write(`${text}\n`)

if (!url || !repository || !token || !KEY)
  throw new Error('Say which website and which repository, and set LASTHASH_API_KEY and GITHUB_TOKEN.')

say('1. Will it work?')
const place = { kind: 'github', base_url, settings: { repository, token } }
const tried = await ask('POST', '/v1/integration-tests', place)
if (!tried.ok) throw new Error(tried.detail)
say(`   ${tried.detail}`)

say('2. What becomes an issue')
const integration = await ask('POST', '/v1/integrations', {
  ...place,
  rules: [{ severities: ['critical', 'high', 'medium'] }],
  mapping: { labels: ['security'], severity_labels: { critical: ['urgent'] } },
  sync: { close_when_fixed: true },
})
say(`   ${integration.name}: ${integration.status}`)
say(`   for the repository’s webhook: ${integration.hook_url}, secret ${integration.webhook_secret}`)

say('3. Scan the website')
const { id: scanId } = await ask('POST', '/v1/scans', { url, scan_type: 'quick' })
const isOver = ({ status }: Json) => status === 'done' || status === 'failed' || status === 'canceled'
const scan = await waitFor(`/v1/scans/${scanId}`, isOver)
if (scan.status !== 'done') throw new Error(`The scan ended as ${scan.status}: ${scan.error?.message}`)
const { critical, high, medium } = scan.vulnerabilities
say(`   ${critical} critical, ${high} high, ${medium} medium`)

say('4. The issues')
const list = `/v1/tickets?limit=100&integration_id=${integration.id}`
const isMade = ({ data }: Json) =>
  data.length >= critical + high + medium && data.every(({ status }: Json) => status !== 'pending')
const { data: tickets } = await waitFor(list, isMade)
for (const { external_key, external_url, status, last_error } of tickets)
  say(`   ${external_key ?? status}: ${external_url ?? last_error}`)
