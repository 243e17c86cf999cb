import { closeBrowser, scan } from '@lasthash/scanner'
import { SERVED } from './site.ts'

/** Pages after which the memory in use is noted. */
const NOTED = [1_000, 5_000, 10_000, 25_000, 50_000]

export interface Measured {
  pages: number
  browser: number
  wall_ms: number
  cpu_ms: number
  requests: number
  handshakes: number
  /** The most that was in use at any moment. */
  rss_mb: number
  /** The most that was in use until so many pages had been sent. */
  rss_mb_at: Record<number, number>
  findings: number
  sources: string[]
}

/** Scans the site at the first argument, in a process of its own, and prints what it cost as one line of JSON. */
async function measure([
  url = '',
  type = 'full',
  pages = '3000',
  samples = '',
  browser = '',
]: string[]): Promise<Measured> {
  let most = 0
  const at: Record<number, number> = {}
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 100)
  const count = setInterval(async () => {
    const served = Number(await (await fetch(new URL(SERVED, url)).catch(() => null))?.text())
    for (const pages of NOTED) if (served >= pages) at[pages] ??= Math.round(most / 1e6)
  }, 1_000)
  const cpu = process.cpuUsage()
  const result = await scan({
    url,
    type: type as 'quick' | 'full',
    scanId: 'bench',
    allowPrivate: true,
    ...(type === 'full' && {
      budget: { requests: Number(pages) + 3_000 },
      timeLimit: 3_600_000,
      crawl: { ...(samples !== '' && { samples: Number(samples), max_depth: 1_000 }), browser: browser === '' },
    }),
  })
  clearInterval(watch)
  clearInterval(count)
  await closeBrowser()
  const { user, system } = process.cpuUsage(cpu)
  const { coverage } = result
  return {
    pages: coverage.crawl?.pages ?? 1,
    browser: coverage.crawl?.browser.pages ?? 0,
    wall_ms: result.duration_ms,
    cpu_ms: Math.round((user + system) / 1_000),
    requests: coverage.spent.requests,
    handshakes: coverage.spent.handshakes,
    rss_mb: Math.round(most / 1e6),
    rss_mb_at: at,
    findings: result.findings.length,
    sources: coverage.sources.map(({ name, duration_ms }) => `${name} ${duration_ms}`),
  }
}

if (import.meta.main) console.log(JSON.stringify(await measure(process.argv.slice(2))))
