import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checks } from '../src/checks/index.ts'
import { EvidenceBook, runCheck } from '../src/evaluate.ts'
import { sources } from '../src/sources.ts'
import { script, target } from './evidence.ts'

const modules = join(import.meta.dirname, '../../../node_modules')
/** Bundles as sites serve them: what libraries publish for browsers. */
const WANTED = ['angular', 'bootstrap', 'd3', 'jquery', 'lodash', 'moment', 'vue']
const reason = process.env.LASTHASH_TEST_ALL ? false : 'reads some hundred bundles: with LASTHASH_TEST_ALL=1'
const LARGEST = 4_000_000 // bytes

test('popular libraries are no threats', { skip: reason }, () => {
  for (const name of WANTED) assert.ok(existsSync(join(modules, name)), `${name} is not installed`)
  const files = globSync(['**/*.min.js', '**/dist/browser/*.js', '**/*.prod.js', 'playwright-core/lib/vite/**/*.js'], {
    cwd: modules,
  })
    .map((file) => join(modules, file))
    .filter((file) => statSync(file).isFile() && statSync(file).size < LARGEST)
  assert.ok(files.length > 50, `${files.length} bundles`)
  const asked = checks.filter(({ id, needs }) => id.startsWith('threat/') && needs.includes('script'))
  const found: string[] = []
  for (const file of files) {
    const gathered = {
      script: { ok: true, value: script(readFileSync(file, 'utf8')) },
      target: { ok: true, value: target() },
    }
    const book = new EvidenceBook(gathered as never, sources)
    for (const check of asked) {
      const { result, fails } = runCheck(check, book)
      if (result.status === 'failed')
        found.push(`${file}: ${check.id} ${fails.map(({ outcome, seen }) => `${outcome} ${seen}`)}`)
    }
  }
  assert.deepEqual(found, [])
})
