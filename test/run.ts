// Runs all tests, as `node --test` would. Test files run beside each other on whatever machine there is; a file that fails
// there is run once more with the machine to itself, and both results are printed: only what fails twice is a failure.
//   node test/run.ts [--times] [PATTERN …]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { parseArgs } from 'node:util'
import { globalSetup, globalTeardown } from './database.ts'

const PATTERNS = ['packages/**/*.test.ts', 'clients/**/*.test.ts', 'test/**/*.test.ts']
/** Functions of plain data, a file each: in one process they take seconds, in one process each minutes. */
const PURE = /^packages\/scanner\/src\/(checks|derive)\//
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

/** Runs files that keep nothing and open nothing in a process of their own together, prints as it goes, and gives their counts. */
async function runTogether(files: string[]): Promise<Counts & { success: boolean }> {
  const flags = ['--test', '--test-isolation=none', '--test-reporter=spec', '--test-reporter-destination=stdout']
  const child = spawn(process.execPath, [...flags, ...files], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk
    process.stdout.write(chunk)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  const counted = (name: string) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
  return {
    tests: counted('tests'),
    passed: counted('pass'),
    failed: counted('fail'),
    cancelled: counted('cancelled'),
    skipped: counted('skipped'),
    todo: counted('todo'),
    success: code === 0,
  }
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

// Hundreds of processes load the same modules: a third of what that costs is to read TypeScript.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compile')

const began = Date.now()
await globalSetup()
const isPure = (file: string) => PURE.test(relative(root, file).replaceAll('\\', '/'))
const pure = files.filter(isPure)
const together = pure.length > 0 ? await runTogether(pure) : null
const others = files.filter((file) => !isPure(file))
const results = others.length > 0 ? await runFiles(others, BESIDE_EACH_OTHER) : new Map<string, Result>()
if (values.times) tellTimes(results)
const failed = others.filter((file) => !results.get(file)?.success)
if (failed.length > 0 && failed.length <= AGAIN_AT_MOST) {
  const names = failed.map((file) => relative(root, file)).join(' ')
  process.stdout.write(`\nFailed beside others; once more, alone: ${names}\n\n`)
  for (const [file, again] of await runFiles(failed, 1)) results.set(file, again)
}
const sum = (key: (typeof COUNTED)[number]) =>
  [...results.values()].reduce((total, counts) => total + counts[key], together?.[key] ?? 0)
process.stdout.write('\nAll files, those that were run again by their second result:\n')
process.stdout.write(`ℹ tests ${sum('tests')}\nℹ pass ${sum('passed')}\nℹ fail ${sum('failed')}\n`)
process.stdout.write(`ℹ cancelled ${sum('cancelled')}\nℹ skipped ${sum('skipped')}\nℹ todo ${sum('todo')}\n`)
process.stdout.write(`ℹ duration_ms ${Date.now() - began}\n`)
await globalTeardown()
process.exitCode = together?.success !== false && others.every((file) => results.get(file)?.success) ? 0 : 1
