/**
 * The client for Node.js: how large it is, how long `import` of it takes, and whether paging through 5,000 items keeps memory flat.
 *
 *   node bench/sdk.ts
 */
import { execFile, execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const AIMS = { bytes: 15_000, milliseconds: 10, growth: 8 } // bytes gzipped; of an import; MB of heap between page 10 and the last
const DIST = join(import.meta.dirname, '../clients/node/dist/esm')
const PAGES = 50
const PAGE = 100 // items
const RUNS = 15

let failed = 0
function tell(what: string, figure: number, unit: string, aim: number): void {
  const missed = figure > aim
  if (missed) failed++
  process.stdout.write(`${what}: ${figure.toFixed(1)} ${unit} (aim: at most ${aim})${missed ? '  MISSED' : ''}\n`)
}

// As a bundler has it: all modules in one file.
const code = globSync('*.js', { cwd: DIST }).map((file) => readFileSync(join(DIST, file), 'utf8'))
tell('gzipped', gzipSync(code.join('\n'), { level: 9 }).length, 'bytes', AIMS.bytes)

// Processor time: the clock's also has what else the machine does.
const TIMER = `
  const [used, from] = [process.cpuUsage(), performance.now()]
  await import(process.argv[1])
  const [clock, { user, system }] = [performance.now() - from, process.cpuUsage(used)]
  console.log(JSON.stringify({ clock, processor: (user + system) / 1000 }))`
const node = ['--input-type=module', '-e', TIMER, join(DIST, 'index.js')]
const took = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, node, { encoding: 'utf8' })))
const sorted = (of: 'clock' | 'processor') => took.map((one) => one[of] as number).sort((a, b) => a - b)
tell('import, processor time at the median', sorted('processor')[Math.floor(RUNS / 2)]!, 'ms', AIMS.milliseconds)
process.stdout.write(`import, by the clock: ${sorted('clock')[0]!.toFixed(1)} ms at best\n`)

const text = 'x'.repeat(2_000)
const server = createServer((request, response) => {
  const page = Number(new URL(request.url!, 'http://bench').searchParams.get('cursor') ?? '0')
  const data = Array.from({ length: PAGE }, (_, index) => ({ id: `vuln_${page}_${index}`, description: text }))
  const more = page + 1 < PAGES
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ object: 'list', data, has_more: more, next_cursor: more ? String(page + 1) : null }))
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const READER = `
  const { LastHash } = await import(process.argv[1])
  const client = new LastHash({ apiKey: 'key', baseUrl: process.argv[2] })
  let count = 0, early = 0, most = 0
  for await (const _ of client.vulnerabilities.list({ limit: ${PAGE} })) {
    count++
    if (count % ${PAGE} !== 0) continue
    gc()
    const heap = process.memoryUsage().heapUsed / 1e6
    if (count === ${10 * PAGE}) early = heap
    if (count > ${10 * PAGE}) most = Math.max(most, heap)
  }
  console.log(JSON.stringify({ count, early, most }))`
const options = ['--expose-gc', '--input-type=module', '-e', READER, join(DIST, 'index.js')]
const said = await new Promise<string>((resolve, reject) => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  execFile(process.execPath, [...options, address], (error, out) => (error ? reject(error) : resolve(out)))
})
server.close()
const { count, early, most } = JSON.parse(said) as { count: number; early: number; most: number }
process.stdout.write(
  `${count} items of 2 kB in ${PAGES} pages: ${early.toFixed(1)} MB after ten pages, at most ${most.toFixed(1)} MB after\n`,
)
tell('growth of the heap', most - early, 'MB', AIMS.growth)
process.exitCode = failed > 0 ? 1 : 0
