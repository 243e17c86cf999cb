/**
 * How fast pages are crawled and judged, on one core, beside Wapiti; whether memory stays flat from 1,000 to 50,000 pages;
 * and how long `quick` and `full` take on a site of 100 pages, 5 ms away, over HTTPS with all handshakes, browser included.
 *
 *   node bench/crawl.ts            all of it (about ten minutes; Wapiti from Debian's package of that name)
 *   node bench/crawl.ts --short    3,000 pages at most
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Measured } from './crawl/measure.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname, 'crawl')
const isShort = process.argv.includes('--short')
const LATENCY = 5 // milliseconds
const WAPITI_LIMIT = 60 // seconds
/** As the platform's processes for scans have it: with a bound, V8 clears up before it asks for more. */
const HEAP_LIMIT = '--max-old-space-size=1024' // MB
let failed = false

/** A site in a process of its own, on the other core where there are two. */
async function withSite<T>(
  pages: number,
  latency: number,
  use: (origin: string) => Promise<T>,
  scheme = 'http',
): Promise<T> {
  const script = [join(folder, 'site.ts'), String(pages), String(latency), scheme]
  const site = spawn('taskset', ['-c', '0', process.execPath, ...script])
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      site.stdout.once('data', (line) => resolve(String(line).trim()))
      site.once('exit', () => reject(new Error('the site did not start')))
    })
    return await use(origin)
  } finally {
    site.kill()
  }
}

/** One scan in a process of its own that has one core. */
async function measure(origin: string, type: string, pages: number, more: readonly string[] = []): Promise<Measured> {
  const script = [HEAP_LIMIT, join(folder, 'measure.ts'), origin, type, String(pages), ...more]
  const { stdout } = await run('taskset', ['-c', '1', process.execPath, ...script], { maxBuffer: 1e8 })
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured
}

/** Pages a second that Wapiti's crawler alone (no modules) comes to on the same site: by the clock, and of CPU time. */
async function wapiti(origin: string): Promise<{ clock: number; cpu: number }> {
  const home = mkdtempSync(join(tmpdir(), 'lasthash-wapiti-'))
  try {
    const began = performance.now()
    const given = ['-c', '1', 'wapiti', '-u', `${origin}/`, '-m', '', '--flush-session', '-v', '1', '--no-bugreport']
    const limits = [
      '--max-scan-time',
      String(WAPITI_LIMIT),
      '-d',
      '40',
      '--max-links-per-page',
      '100',
      '-f',
      'json',
      '-o',
      join(home, 'out.json'),
    ]
    const command = ['taskset', ...given, ...limits, '--store-session', home]
    // The shell says what its children used.
    const { stdout } = await run('bash', ['-c', '"$@"; times', 'bash', ...command], {
      env: { ...process.env, HOME: home },
      maxBuffer: 1e8,
      timeout: (WAPITI_LIMIT + 60) * 1_000,
    })
    const seconds = (performance.now() - began) / 1_000
    const seen = /scanned (\d+) (?:web )?(?:pages|urls|resources)/i.exec(stdout)?.[1]
    const count = seen ? Number(seen) : new Set(stdout.match(/\/page\/\d+/g) ?? []).size
    const [, user, system] = /(\d+m[\d.]+)s (\d+m[\d.]+)s\s*$/.exec(stdout) ?? []
    return { clock: count / Math.min(seconds, WAPITI_LIMIT), cpu: count / (secondsOf(user) + secondsOf(system)) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** As the shell writes a time: 1m2.345. */
function secondsOf(text = ''): number {
  const [minutes, seconds] = text.split('m').map(Number)
  return minutes! * 60 + seconds!
}

function report(what: string, value: number, unit: string, isGood: (value: number) => boolean): void {
  const good = isGood(value)
  failed ||= !good
  console.log(`${good ? 'ok  ' : 'MISS'} ${what}: ${Math.round(value * 10) / 10} ${unit}`)
}

const sizes = isShort ? [1_000, 3_000] : [1_000, 10_000, 50_000]
const all: Measured[] = []
for (const pages of sizes) {
  const one = await withSite(pages, 0, (origin) => measure(origin, 'full', pages, ['1000000', 'no-browser']))
  all.push(one)
  const { wall_ms, cpu_ms, rss_mb } = one
  const over = Object.entries(one.rss_mb_at).map(([count, mb]) => `${mb} MB until ${count}`)
  console.log(
    `     ${one.pages} pages: ${wall_ms} ms, ${cpu_ms} ms of CPU, ${rss_mb} MB at most (${over.join(', ')}), ${one.findings} findings`,
  )
}
const rate = (1_000 * all[1]!.pages) / all[1]!.cpu_ms
report('crawl with all passive checks, one core', rate, 'pages a second of CPU time', (value) => value >= 150)
const wall = (1_000 * all[1]!.pages) / all[1]!.wall_ms
report('the same by the clock', wall, 'pages a second', () => true)
report('memory, largest over smallest site', all.at(-1)!.rss_mb / all[0]!.rss_mb, 'times', (value) => value < 1.3)

if (existsSync('/usr/bin/wapiti')) {
  const theirs = await withSite(3_000, 0, wapiti)
  report('Wapiti, crawling only', theirs.clock, 'pages a second by the clock', () => true)
  report('the same', theirs.cpu, 'pages a second of CPU time', () => true)
  report('we are', wall / theirs.clock, 'times as fast by the clock', (value) => value >= 10)
  report('and', rate / theirs.cpu, 'times as fast by CPU time', (value) => value >= 10)
} else console.log('     Wapiti is not installed: apt-get install wapiti')

for (const scheme of ['http', 'https']) {
  await withSite(
    100,
    LATENCY,
    async (origin) => {
      const quick = await measure(origin, 'quick', 100)
      report(`quick, ${scheme}, 5 ms latency`, quick.wall_ms / 1_000, 's', (value) => value < 3)
      console.log(`     ${quick.requests} requests, ${quick.handshakes} handshakes; ${quick.sources.join(', ')}`)
      const full = await measure(origin, 'full', 100)
      const what = `full, ${scheme}, 100 pages (${full.pages} seen), 5 ms latency, browser`
      report(what, full.wall_ms / 1_000, 's', (value) => value < 15)
      const { browser, requests, handshakes, sources } = full
      console.log(
        `     ${browser} pages in the browser, ${requests} requests, ${handshakes} handshakes; ${sources.join(', ')}`,
      )
    },
    scheme,
  )
}
process.exitCode = failed ? 1 : 0
