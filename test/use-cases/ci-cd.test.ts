import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs bash, curl and npm start: npm run test:all'

test('the use case “CI/CD pipeline” works from end to end', { skip }, () => {
  const script = join(import.meta.dirname, 'ci-cd.sh')
  const { status, stdout, stderr } = spawnSync('bash', [script], { encoding: 'utf8', timeout: 300_000 })
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}\n${stderr}`)
})
