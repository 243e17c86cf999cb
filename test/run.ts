// Runs all tests: files beside each other on whatever machine there is, in a few processes that keep what they have loaded
// for the next file. A file that fails there is run once more with the machine to itself, and both results are printed:
// only what fails twice is a failure.
//   node test/run.ts [--times] [PATTERN …]
import { type ChildProcess, fork } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { globalSetup, globalTeardown } from './database.ts'

const PATTERNS = ['packages/**/*.test.ts', 'clients/**/*.test.ts', 'test/**/*.test.ts']
const WORKERS = 3 // more makes the machines of two processors, on which CI runs, slower and no faster
const AGAIN_AT_MOST = 10 // files; when more fail, it is not the machine
const SHOWN = 15 // of the slowest files
const COUNTED = ['tests', 'passed', 'failed', 'cancelled', 'skipped', 'todo'] as const

/** These hold their own memory to a bound: nothing else may have been in their process. */
const ALONE = ['packages/scanner/src/net/hostile.test.ts', 'packages/scanner/test/hostile-scan.test.ts']

/** Functions of plain data, over in milliseconds: they fill the end, when the last of the long files still run. */
const QUICK = /^packages\/scanner\/src\/(checks|derive)\//

/** How a file came out. */
export interface Result {
  success: boolean
  counts: Partial<Record<(typeof COUNTED)[number], number>>
  /** Milliseconds. */
  took: number
  /** What is to be printed. */
  output: string
}

class Worker {
  #process: ChildProcess | undefined

  /** Runs a file. Never rejects: a process that dies of it has failed it. */
  async run(file: string, isAlone: boolean): Promise<Result> {
    if (isAlone) this.close()
    this.#process ??= fork(join(import.meta.dirname, 'worker.ts'))
    const child = this.#process
    const began = Date.now()
    const result = await new Promise<Result>((resolve) => {
      child.once('message', (message) => resolve(message as Result))
      child.once('exit', (code, signal) => {
        this.#process = undefined
        const output = `✖ ${relative(root, file)}: its process ended (${signal ?? code})\n`
        resolve({ success: false, counts: { tests: 1, failed: 1 }, took: Date.now() - began, output })
      })
      child.send(file)
    })
    child.removeAllListeners()
    if (isAlone) this.close()
    return result
  }

  close(): void {
    this.#process?.disconnect()
    this.#process = undefined
  }
}

/** Runs the files, prints each one's tests when it is over, and gives their results. */
async function runFiles(files: readonly string[], workers: number): Promise<Map<string, Result>> {
  const results = new Map<string, Result>()
  const waiting = [...files]
  const work = async () => {
    const worker = new Worker()
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const result = await worker.run(file, workers === 1 || ALONE.includes(nameOf(file)))
      results.set(file, result)
      // Counts are told once for all.
      process.stdout.write(result.output.replaceAll(/^ℹ .*\n/gm, ''))
    }
    worker.close()
  }
  await Promise.all(Array.from({ length: workers }, work))
  return results
}

function nameOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/')
}

function tellTimes(results: ReadonlyMap<string, Result>): void {
  process.stdout.write('\nThe slowest files:\n')
  for (const [file, { took }] of [...results].sort(([, a], [, b]) => b.took - a.took).slice(0, SHOWN))
    process.stdout.write(`${(took / 1000).toFixed(1).padStart(7)} s  ${nameOf(file)}\n`)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { times: { type: 'boolean' } } })
const root = join(import.meta.dirname, '..')
const files = globSync(positionals.length > 0 ? positionals : PATTERNS, { cwd: root, exclude: ['**/node_modules/**'] })
  .sort((a, b) => Number(QUICK.test(a)) - Number(QUICK.test(b)))
  .map((file) => join(root, file))
if (files.length === 0) {
  process.stderr.write(`No test file matches ${positionals.join(' ')}.\n`)
  process.exit(1)
}
// Processes that tests start load the same modules: a third of what that costs is to read TypeScript.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compile')

const began = Date.now()
await globalSetup()
const results = await runFiles(files, WORKERS)
if (values.times) tellTimes(results)
const failed = files.filter((file) => !results.get(file)?.success)
if (failed.length > 0 && failed.length <= AGAIN_AT_MOST) {
  process.stdout.write(`\nFailed beside others; once more, alone: ${failed.map(nameOf).join(' ')}\n\n`)
  for (const [file, again] of await runFiles(failed, 1)) results.set(file, again)
}
const sum = (key: (typeof COUNTED)[number]) =>
  [...results.values()].reduce((total, { counts }) => total + (counts[key] ?? 0), 0)
process.stdout.write('\nAll files, those that were run again by their second result:\n')
process.stdout.write(`ℹ tests ${sum('tests')}\nℹ pass ${sum('passed')}\nℹ fail ${sum('failed')}\n`)
process.stdout.write(`ℹ cancelled ${sum('cancelled')}\nℹ skipped ${sum('skipped')}\nℹ todo ${sum('todo')}\n`)
process.stdout.write(`ℹ duration_ms ${Date.now() - began}\n`)
await globalTeardown()
process.exitCode = [...results.values()].every(({ success }) => success) ? 0 : 1
