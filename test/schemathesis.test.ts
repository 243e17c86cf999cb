// Schemathesis (from PyPI, test/requirements.txt) asks every operation of the OpenAPI document with values that fit its schema
// and with some that do not: no answer may be a 5xx, or have a status, a type or a form that the document does not tell.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startApi, type TestApi } from '../packages/platform/test/test-api.ts'
import { createTestContext, type TestContext } from '../packages/platform/test/test-context.ts'

const HOME = process.env.LASTHASH_TEST_PYTHON ?? join(import.meta.dirname, '../.python')
const PROGRAM = join(HOME, 'bin/schemathesis')
const skip = missing()
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
]
/** Of one operation, and for all of them. */
const [MOST, SECONDS] = ['10', '600']
/** Values are derived from it, so that a run can be repeated. */
const SEED = '1'

let world: TestContext
let api: TestApi
let folder: string
before(async () => {
  if (skip) return
  world = await createTestContext()
  api = await startApi(world.context)
  folder = mkdtempSync(join(tmpdir(), 'lasthash-schemathesis-'))
})
after(async () => {
  if (skip) return
  await api.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('no operation answers with a 5xx, or otherwise than the document says', { skip }, async (t) => {
  const { key } = await world.organization('enterprise')
  const given = [
    ...['run', `${api.base}/openapi.json`, '-H', `Authorization: Bearer ${key}`],
    ...['--phases', 'examples,coverage,fuzzing', '--max-examples', MOST, '--max-time', SECONDS, '--no-shrink'],
    ...['--checks', CHECKS.join(','), '--seed', SEED, '--request-timeout', '40', '--workers', '2', '--warnings', 'off'],
    ...['--continue-on-failure', '--suppress-health-check', 'all'],
  ]
  const { code, said } = await run(given)
  t.diagnostic(said.slice(-1_500))
  assert.equal(code, 0, said.slice(-20_000))
})

/** Without colours, in a folder of its own: it leaves notes for its next run there. */
function run(given: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(PROGRAM, given, { cwd: folder, env: { ...process.env, NO_COLOR: '1', COLUMNS: '120' } })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk
      })
    child.once('close', (code) => resolve({ code, said }))
  })
}

function missing(): string | false {
  if (process.env.LASTHASH_TEST_NIGHTLY !== '1') return 'takes minutes: npm run test:nightly'
  return existsSync(PROGRAM) ? false : `needs ${PROGRAM}: pip install -r test/requirements.txt in a venv there`
}
