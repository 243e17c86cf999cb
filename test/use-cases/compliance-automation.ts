// The use case of docs/compliance-automation.md from beginning to end, against a running server:
//
//   LASTHASH_API_KEY=… node test/use-cases/compliance-automation.ts https://shop.example/ [https://shop.example/checkout]
//
// LASTHASH_BASE_URL says where the server is (http://127.0.0.1:8080). Files are written into the present folder.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const BASE = process.env.LASTHASH_BASE_URL ?? 'http://127.0.0.1:8080'
const KEY = process.env.LASTHASH_API_KEY ?? ''
const FRAMEWORK = 'pci_dss_4'
const PATIENCE = 900_000 // milliseconds for anything that is waited for
const [url, paymentUrl] = process.argv.slice(2)

// biome-ignore lint/suspicious/noExplicitAny: JSON as it comes
type Json = any

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const answer = await fetch(path.startsWith('http') ? path : BASE + path, {
    method,
    headers: { authorization: `Bearer ${KEY}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    body: body ? JSON.stringify(body) : undefined,
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
const ask = async (method: string, path: string, body?: unknown): Promise<Json> =>
  (await call(method, path, body)).json()

async function waitFor(path: string, isThere: (object: Json) => boolean): Promise<Json> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(500)) {
    const object = await ask('GET', path)
    if (isThere(object)) return object
  }
  throw new Error(`${path} is not ready after ${PATIENCE / 60_000} minutes.`)
}

const say = (text: string) => process.stdout.write(`${text}\n`)

if (!url || !KEY) throw new Error('Say which website, and set LASTHASH_API_KEY.')

say('1. Register the website, and follow the framework')
const website = await ask('POST', '/v1/websites', { url, name: 'Shop' })
await ask('PATCH', `/v1/compliance/frameworks/${FRAMEWORK}`, { followed: true })

say('2. Scan it')
const { id: scanId } = await ask('POST', '/v1/scans', { website_id: website.id, scan_type: 'quick' })
const scan = await waitFor(`/v1/scans/${scanId}`, ({ status }) => !['queued', 'running'].includes(status))
if (scan.status !== 'done') throw new Error(`The scan ended as ${scan.status}: ${scan.error?.message}`)

if (paymentUrl) {
  say('3. Mark the payment page, and authorise what runs on it')
  const page = await ask('POST', '/v1/payment-pages', { website_id: website.id, url: paymentUrl, name: 'Card payment' })
  const watched = await waitFor(`/v1/payment-pages/${page.id}`, ({ tried_at }) => tried_at !== null)
  if (watched.status !== 'watched') throw new Error(`The payment page was not looked at: ${watched.detail}`)
  const { data: scripts } = await ask('GET', `/v1/payment-pages/${page.id}/scripts?present=true&limit=100`)
  for (const script of scripts)
    await ask('PATCH', `/v1/payment-pages/${page.id}/scripts/${script.id}`, {
      authorized: true,
      justification: 'Part of the checkout; reviewed by the shop team.',
    })
  say(`   ${scripts.length} scripts authorised`)
}

say('4. Attest what cannot be seen from outside')
await ask('POST', '/v1/compliance/attestations', {
  ...{ framework: FRAMEWORK, requirement: '12.1.2', website_id: website.id, verdict: 'met' },
  statement: 'The security policy was reviewed by the board; see the minutes.',
  expires_at: new Date(Date.now() + 365 * 86_400_000).toISOString(),
  file: {
    name: 'minutes.txt',
    media_type: 'text/plain',
    content: Buffer.from('Reviewed, no change.').toString('base64'),
  },
})

say('5. See how it stands')
const assessment = await ask('GET', `/v1/compliance/frameworks/${FRAMEWORK}/assessment?website_id=${website.id}`)
for (const [status, count] of Object.entries(assessment.totals)) say(`   ${status}: ${count}`)
for (const one of assessment.requirements.filter(({ status }: Json) => status === 'failing'))
  say(`   ${one.number} ${one.title}: ${one.summary}`)

say('6. Reports for people')
for (const format of ['pdf', 'csv']) {
  const asked = await ask('POST', '/v1/reports', {
    kind: 'compliance',
    framework: FRAMEWORK,
    website_id: website.id,
    format,
  })
  const report = await waitFor(`/v1/reports/${asked.id}`, ({ status }) => status === 'done' || status === 'failed')
  if (report.status !== 'done') throw new Error(`No report: ${report.error?.message}`)
  writeFileSync(`compliance.${format}`, Buffer.from(await (await call('GET', report.download_url)).arrayBuffer()))
  say(`   compliance.${format}`)
}

say('7. A signed bundle for the auditor, verified')
const bundle = await ask('POST', '/v1/compliance/bundles', { framework: FRAMEWORK, website_id: website.id })
const file = await call('GET', `/v1/compliance/bundles/${bundle.id}/file`)
writeFileSync('evidence.tar', Buffer.from(await file.arrayBuffer()))
const lasthash = join(import.meta.dirname, '../../packages/cli/bin/lasthash.cjs')
say(execFileSync(process.execPath, [lasthash, 'verify', 'evidence.tar'], { encoding: 'utf8' }))
