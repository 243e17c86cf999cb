import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

test('the four public examples work against npm start', { skip: skipReason() }, () => {
  const { status, stdout, stderr } = spawnSync('bash', [join(import.meta.dirname, 'product.sh')], {
    encoding: 'utf8',
    timeout: 180_000,
  })
  if (status !== 0) throw new Error(`test/product.sh failed:\n${stdout}\n${stderr}`)
})

function skipReason(): string | false {
  return process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs bash and curl: npm run test:all'
}
