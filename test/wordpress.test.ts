import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ScanResult, scan } from '@lasthash/scanner'
import { type PhpSite, startPhpMyAdmin, startWordPress } from './targets/wordpress.ts'

const skip =
  process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs WordPress, phpMyAdmin, PHP and MariaDB: npm run test:all'
let wordpress: PhpSite
let result: ScanResult

before(async () => {
  if (skip) return
  wordpress = await startWordPress()
  result = await scan({
    url: wordpress.url,
    type: 'full',
    scanId: 'scan_wordpress',
    allowPrivate: true,
    timeLimit: 240_000,
  })
})
after(() => wordpress?.close())

const finding = (check: string) => result.findings.filter((one) => one.check === check)
const software = (key: string) => result.coverage.software!.find((one) => one.key === key)

test('core, plugins, theme and language of a WordPress are listed with their versions', { skip }, () => {
  assert.equal(software('wordpress')!.version, '6.1.9')
  assert.ok(software('wordpress')!.confidence > 95)
  assert.match(software('wordpress-plugin:akismet')!.version!, /^\d+\.\d/)
  assert.equal(software('wordpress-plugin:wp-file-manager')!.version, '6.0')
  assert.equal(software('wordpress-plugin:wp-file-manager')!.name, 'File Manager')
  assert.match(software('wordpress-theme:twentytwentythree')!.version!, /^1\.\d/)
  assert.match(software('php')!.version!, /^8\./)
  assert.ok(software('jquery')!.version, 'jQuery of the core')
})

test('its users are told, as an attacker would find them', { skip }, () => {
  const [users] = finding('software/wordpress-users')
  assert.ok(users, 'no finding')
  assert.match(users.proof.observed!, /\badmin\b/)
  const seen = users.locations.map(({ url }) => url).join(' ')
  assert.match(seen, /rest_route=\/wp\/v2\/users|wp-json\/wp\/v2\/users/)
})

const FOUND = ['software/wordpress-xmlrpc', 'software/cms-registration', 'software/cms-version-file']
for (const check of FOUND) test(`found: ${check}`, { skip }, () => assert.equal(finding(check).length, 1))

test('an old plugin with a known flaw is a finding, the mended core is none', { skip }, () => {
  const [plugin] = finding('software/vulnerable-plugin')
  assert.equal(plugin?.cve, 'CVE-2020-25213')
  assert.equal(plugin?.severity, 'critical')
  assert.equal(plugin?.confidence, 'firm')
  assert.match(plugin!.title, /^File Manager 6\.0 has known vulnerabilities$/)
  assert.deepEqual(finding('software/vulnerable-cms'), [])
})

test('phpMyAdmin is told with its version, and that a distribution packages it', { skip }, async () => {
  const site = await startPhpMyAdmin()
  try {
    const seen = await scan({ url: site.url, type: 'quick', scanId: 'scan_phpmyadmin', allowPrivate: true })
    const phpmyadmin = seen.coverage.software!.find(({ key }) => key === 'phpmyadmin')!
    assert.match(phpmyadmin.version!, /^5\.2\.\d+$/)
    assert.equal(phpmyadmin.packaged, 'Debian')
    for (const one of seen.findings.filter(({ check }) => check === 'software/vulnerable-cms'))
      assert.equal(one.confidence, 'tentative')
  } finally {
    await site.close()
  }
})
