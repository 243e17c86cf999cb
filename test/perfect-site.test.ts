import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { type PerfectSite, startPerfectSite } from './targets/perfect-site.ts'

const cli = join(import.meta.dirname, '../packages/cli/bin/lasthash.cjs')
const folder = mkdtempSync(join(tmpdir(), 'lasthash-perfect-'))
let site: PerfectSite

before(async () => {
  site = await startPerfectSite()
  writeFileSync(join(folder, 'authority.pem'), site.authority)
})
after(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

for (const type of ['quick', 'full']) {
  test(`a perfect site scores 100 and A+ with no finding at all (${type})`, async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, 'scan', site.url, '--type', type, '--format', 'json', '--allow-private'],
      {
        env: {
          ...process.env,
          NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
          LASTHASH_DNS_SERVERS: site.dnsServer,
        },
      },
    )
    const { scan, vulnerabilities, coverage } = JSON.parse(stdout)
    assert.deepEqual(
      vulnerabilities.map((v: { check: string; outcome: string }) => `${v.check} ${v.outcome}`),
      [],
    )
    assert.equal(scan.security_score, 100)
    assert.equal(scan.grade, 'A+')
    const broken = coverage.checks.filter(({ status }: { status: string }) => status === 'error')
    assert.deepEqual(broken, [])
    // Silence counts only where the questions were asked.
    const passed = coverage.checks.filter(({ status }: { status: string }) => status === 'passed')
    assert.ok(passed.length >= 50, `${passed.length} checks passed`)
  })
}
