import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { serveHttp } from './http-server.ts'
import { runCli } from './run-cli.ts'

const KEV = JSON.stringify({
  dateReleased: '2026-01-13T15:00:00.000Z',
  vulnerabilities: Array.from({ length: 600 }, (_, at) => ({
    cveID: `CVE-2099-${1000 + at}`,
    dateAdded: '2026-01-02',
  })),
})

test('feeds are fetched, shown, kept when a mirror breaks, and refused by a wrong name', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-cli-feeds-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  let body = KEV
  const mirror = await serveHttp(t, (_, response) => response.end(body))
  const env = { LASTHASH_DATA_DIR: folder, LASTHASH_FEED_MIRROR: mirror }

  const empty = await runCli(['feeds'], { env })
  assert.equal(empty.code, 0)
  assert.match(empty.stdout, /^kev +not fetched +CISA/m)

  const updated = await runCli(['feeds', 'update', 'kev'], { env })
  assert.equal(updated.code, 0, updated.stderr)
  assert.equal(updated.stdout, 'kev: updated, 600 records of 2026-01-13\n')

  body = '<html>'
  const broken = await runCli(['feeds', 'update', 'kev'], { env })
  assert.equal(broken.code, 2)
  assert.match(broken.stdout, /^kev: failed: what came is not what kev publishes: it is not JSON$/m)
  assert.match(broken.stderr, /1 of 1 could not be renewed; what was there before is kept\./)

  const shown = await runCli(['feeds', 'status'], { env })
  assert.match(shown.stdout, /^kev +600 records of 2026-01-13 \(\d+ d\).*\n +last update failed: what came/m)

  const none = await runCli(['feeds', 'update', 'kev'], { env: { ...env, LASTHASH_FEED_MIRROR: 'http://127.0.0.1:9' } })
  assert.equal(none.code, 2)
  assert.match(none.stdout, /could not be reached: /)

  const wrong = await runCli(['feeds', 'update', 'kew'], { env })
  assert.equal(wrong.code, 2)
  assert.match(wrong.stderr, /There is no feed "kew"\. Did you mean kev\?/)
})
