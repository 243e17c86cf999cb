// docs/compliance-automation.md, run from `npm start` to the verified bundle.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { runStart, stopAll } from '../../packages/platform/test/run-start.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs Chromium: npm run test:all'
const SCRIPT = join(import.meta.dirname, 'compliance-automation.ts')
const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'lasthash-compliance-'))
// As root, PostgreSQL runs as another user, who has to get in.
chmodSync(folder, 0o755)
const site = createServer((request, response) => {
  if (request.url === '/app.js') return response.setHeader('content-type', 'text/javascript').end('window.app = 1')
  if (!/^\/(?:checkout)?$/.test(request.url ?? '')) return response.writeHead(404).end()
  response
    .setHeader('content-type', 'text/html')
    .end('<!doctype html><title>Shop</title><script src="/app.js"></script>')
})
after(async () => {
  await stopAll()
  site.close()
  rmSync(folder, { recursive: true, force: true })
})

test('from the start of the server to a bundle that an auditor verifies', { skip }, async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`
  const key = 'a-key-of-the-compliance-use-case'
  const server = runStart({
    LASTHASH_API_KEY: key,
    LASTHASH_DATA_DIR: join(folder, 'data'),
    LASTHASH_ALLOW_PRIVATE_TARGETS: '1',
  })
  const base = await server.ready()
  const env = { ...process.env, LASTHASH_BASE_URL: base, LASTHASH_API_KEY: key }
  const { stdout } = await run(process.execPath, [SCRIPT, url, `${url}checkout`], {
    cwd: folder,
    env,
    timeout: 300_000,
  })
  assert.match(stdout, /Genuine: not a byte was changed since it was signed\./)
  assert.match(stdout, /About {6}PCI DSS 4\.0\.1, Shop/)
  assert.match(stdout, /4\.2\.1 .*in doubt/, 'plain HTTP is found')
  assert.match(stdout, /1 scripts authorised/)
  assert.equal(readFileSync(join(folder, 'compliance.pdf')).toString('latin1', 0, 5), '%PDF-')
  assert.match(readFileSync(join(folder, 'compliance.csv'), 'utf8'), /pci_dss_4,12\.1\.2,,.*,met,/)
  const bundle = readFileSync(join(folder, 'evidence.tar'))
  bundle.write('X', bundle.indexOf('Reviewed, no change.'))
  writeFileSync(join(folder, 'evidence.tar'), bundle)
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bundle)]), 'evidence.tar')
  const page = await fetch(`${base}/verify`, { method: 'POST', body: form })
  assert.match(await page.text(), /Not genuine\.<\/strong> attestations\/att_\w+\.txt was changed/)
  assert.equal((await server.stop()).code, 0)
})
