import { scan } from '@lasthash/scanner'

/** Scans the site at the first argument, in a process of its own, and prints what it cost as one line of JSON. */
const [url = '', type = 'full', pages = '3000', samples = ''] = process.argv.slice(2)
let most = 0
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 100)
const cpu = process.cpuUsage()
const result = await scan({
  url,
  type: type as 'quick' | 'full',
  scanId: 'bench',
  allowPrivate: true,
  ...(type === 'full' && {
    budget: { requests: Number(pages) + 2_000 },
    timeLimit: 3_600_000,
    crawl: samples === '' ? {} : { samples: Number(samples) },
  }),
})
clearInterval(watch)
const { user, system } = process.cpuUsage(cpu)
const { coverage } = result
console.log(
  JSON.stringify({
    pages: coverage.crawl?.pages ?? 1,
    wall_ms: result.duration_ms,
    cpu_ms: Math.round((user + system) / 1_000),
    requests: coverage.spent.requests,
    rss_mb: Math.round(most / 1e6),
    findings: result.findings.length,
    sources: coverage.sources.map(({ name, duration_ms }) => `${name} ${duration_ms}`),
  }),
)
