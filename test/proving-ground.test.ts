import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { scanOurselves } from '../bench/detection/compare.ts'
import { startBadApache, startGoodApache } from './targets/apache.ts'
import { type ServerTarget, startBadNginx, startGoodNginx } from './targets/nginx.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs nginx and Apache: npm run test:all'
const running: ServerTarget[] = []
after(() => Promise.all(running.map((target) => target.close())))

/** What a full scan must find on each badly configured server; it may find more. */
const BAD: Record<string, { start(): Promise<ServerTarget>; finds: string[] }> = {
  nginx: {
    start: startBadNginx,
    finds: [
      'content/csrf-token missing',
      'content/directory-listing listed',
      'cookies/http-only session',
      'cookies/same-site missing',
      'cookies/secure session',
      'cors/any-origin with_credentials',
      'csp/missing missing',
      'exposure/env-file secrets',
      'exposure/git repository',
      'exposure/nginx-status load',
      'exposure/sql-dump data',
      'headers/server-version version',
      'headers/x-content-type-options missing',
      'headers/x-frame-options missing',
      'headers/x-powered-by disclosed',
      'tls/certificate-expired expired',
      'tls/certificate-host mismatch',
      'tls/certificate-trust self_signed',
      'tls/protocol-legacy accepted',
      'transport/hsts missing',
      'transport/mixed-content active',
    ],
  },
  Apache: {
    start: startBadApache,
    finds: [
      'content/directory-listing listed',
      'csp/missing missing',
      'exposure/htpasswd hashes',
      'exposure/server-info configuration',
      'exposure/server-status requests',
      'exposure/wp-config credentials',
      'headers/server-version version',
      'tls/certificate-host mismatch',
      'tls/certificate-key rsa',
      'tls/certificate-trust self_signed',
      'tls/protocol-legacy accepted',
      'transport/hsts missing',
      'transport/methods trace',
    ],
  },
}

for (const [name, { start, finds }] of Object.entries(BAD)) {
  test(`a badly configured ${name}: everything that is wrong is found`, { skip }, async () => {
    const target = await start()
    running.push(target)
    const { findings, score } = await scanOurselves(target)
    assert.deepEqual(
      finds.filter((wanted) => !findings.includes(wanted)),
      [],
    )
    assert.ok(score <= 49, `score ${score}`)
  })
}

for (const [name, start] of [
  ['nginx', startGoodNginx],
  ['Apache', startGoodApache],
] as const) {
  test(`a well configured ${name}: 100, and no finding at all`, { skip }, async () => {
    const target = await start()
    running.push(target)
    const { findings, score } = await scanOurselves(target)
    assert.deepEqual(findings, [])
    assert.equal(score, 100)
  })
}
