/**
 * How long people and pipelines wait for the command line: `lasthash --help` beside a bare `node -e 0`, and what a gate with every kind of
 * report adds to the same scan without one. The aims: 150 ms, and 2 s.
 *
 *   node bench/cli.ts [--times 20]
 *
 * Where a bare Node.js alone takes half of the 150 ms, the machine is busy: then twice as long as that is the aim.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { times: { type: 'string', default: '20' } } })
const times = Number(values.times)
const BIN = join(import.meta.dirname, '../packages/cli/bin/lasthash.cjs')
const FORMATS = ['json', 'sarif', 'junit', 'gitlab', 'markdown', 'html']
let failed = false

const folder = mkdtempSync(join(tmpdir(), 'lasthash-bench-cli-'))
const site = createServer((_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end('<!doctype html><title>A site</title><p>Welcome.')
})
try {
  await startup()
  await gate()
} finally {
  site.close()
  rmSync(folder, { recursive: true })
}
process.exit(failed ? 1 : 0)

async function startup(): Promise<void> {
  await run(['--help']) // the first one compiles
  const [bare, help]: [number[], number[]] = [[], []]
  for (let n = 0; n < times; n++) {
    bare.push(await run([], ['-e', '0']))
    help.push(await run(['--help']))
  }
  const ratio = median(help) / median(bare)
  const more = `bare node ${Math.round(median(bare))} ms: ${ratio.toFixed(2)} times`
  report('lasthash --help, median', median(help), Math.max(150, 2 * median(bare)), more)
}

async function gate(): Promise<void> {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const scan = ['scan', url, '--allow-private', '--type', 'quick', '--quiet', '--output', join(folder, 'result')]
  const before = join(folder, 'before.json')
  await run([...scan, '--format', 'json', '--output', before])
  const gated = ['--fail-on', 'critical', '--min-score', '1', '--baseline', before]
  const reports = FORMATS.flatMap((format) => ['--report', `${format}=${join(folder, format)}`])
  const [plain, whole]: [number[], number[]] = [[], []]
  for (let n = 0; n < Math.max(3, times / 4); n++) {
    plain.push(await run(scan))
    whole.push(await run([...scan, ...gated, ...reports]))
  }
  const more = `a quick scan of a small site takes ${Math.round(median(plain))} ms, with gate and ${FORMATS.length} reports ${Math.round(median(whole))} ms`
  report('a gate adds, median', median(whole) - median(plain), 2_000, more)
}

/** Milliseconds from start to end. */
function run(args: readonly string[], node: readonly string[] = [BIN]): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, [...node, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve(performance.now() - began)
      else reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

function report(what: string, value: number, aim: number, more: string): void {
  const ok = value <= aim
  if (!ok) failed = true
  console.log(`${ok ? 'ok  ' : 'MISS'} ${what}: ${Math.round(value)} ms (aim ${Math.round(aim)}); ${more}`)
}
