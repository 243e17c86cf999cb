// Runs all tests, as `node --test` would. Test files run beside each other on whatever machine there is; a file that fails
// there is run once more with the machine to itself, and both results are printed: only what fails twice is a failure.
//   node test/run.ts [--times] [PATTERN …]
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { parseArgs } from 'node:util'
import { globalSetup, globalTeardown } from './database.ts'

const PATTERNS = ['packages/**/*.test.ts', 'test/**/*.test.ts']
const BESIDE_EACH_OTHER = 3 // files; more makes the machines of two processors, on which CI runs, slower and no faster
const AGAIN_AT_MOST = 10 // files; when more fail, it is not the machine
const SHOWN = 15 // of the slowest files
const COUNTED = ['tests', 'passed', 'failed', 'cancelled', 'skipped', 'todo'] as const

type Counts = Record<(typeof COUNTED)[number], number>

interface Result extends Counts {
  success: boolean
  /** Milliseconds. */
  took: number
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { times: { type: 'boolean' } } })
const root = join(import.meta.dirname, '..')
const files = globSync(positionals.length > 0 ? positionals : PATTERNS, {
  cwd: root,
  exclude: ['**/node_modules/**'],
}).map((file) => join(root, file))
if (files.length === 0) {
  process.stderr.write(`No test file matches ${positionals.join(' ')}.\n`)
  process.exit(1)
}

/** Runs the files, prints as it goes, and gives the counts of each file. */
async function runFiles(files: string[], concurrency: number): Promise<Map<string, Result>> {
  const results = new Map<string, Result>()
  const stream = run({ files, concurrency, cwd: root })
  stream.on('test:summary', ({ file, counts, success, duration_ms }) => {
    if (file) results.set(file, { ...(counts as unknown as Counts), success, took: duration_ms })
  })
  await pipeline(stream, new spec(), process.stdout, { end: false })
  return results
}

function tellTimes(results: ReadonlyMap<string, Result>): void {
  process.stdout.write('\nThe slowest files:\n')
  for (const [file, { took }] of [...results].sort(([, a], [, b]) => b.took - a.took).slice(0, SHOWN))
    process.stdout.write(`${(took / 1000).toFixed(1).padStart(7)} s  ${relative(root, file)}\n`)
}

const began = Date.now()
await globalSetup()
const results = await runFiles(files, BESIDE_EACH_OTHER)
if (values.times) tellTimes(results)
const failed = files.filter((file) => !results.get(file)?.success)
if (failed.length > 0 && failed.length <= AGAIN_AT_MOST) {
  const names = failed.map((file) => relative(root, file)).join(' ')
  process.stdout.write(`\nFailed beside others; once more, alone: ${names}\n\n`)
  for (const [file, again] of await runFiles(failed, 1)) results.set(file, again)
  const sum = (key: (typeof COUNTED)[number]) => [...results.values()].reduce((total, counts) => total + counts[key], 0)
  process.stdout.write('\nAll files, those that were run again by their second result:\n')
  process.stdout.write(`ℹ tests ${sum('tests')}\nℹ pass ${sum('passed')}\nℹ fail ${sum('failed')}\n`)
  process.stdout.write(`ℹ cancelled ${sum('cancelled')}\nℹ skipped ${sum('skipped')}\nℹ todo ${sum('todo')}\n`)
  process.stdout.write(`ℹ duration_ms ${Date.now() - began}\n`)
}
await globalTeardown()
process.exitCode = files.every((file) => results.get(file)?.success) ? 0 : 1
