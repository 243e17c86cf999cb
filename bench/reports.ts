/**
 * A technical report of 500 findings as PDF, and 50,000 findings as CSV and SARIF, each in a process of its own: time by the
 * clock and of the CPU, and the most memory that the process had, the engine's 130 MB included, with a young generation of 4 MB
 * (Node's own lets garbage lie until it has 370). Aims: PDF under 3 s and 300 MB; of the streams as much
 * memory at 50,000 as at 5,000 (at most 1.3 times).
 *
 *   node bench/reports.ts
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { exampleFinding } from '@lasthash/scanner'
import { renderReport } from '../packages/reports/src/index.ts'
import { reportData } from '../packages/reports/test/report-data.ts'
import { checks } from '../packages/scanner/src/checks/index.ts'
import { vulnerability } from '../packages/scanner/test/document.ts'

interface Measured {
  seconds: number
  cpu: number
  bytes: number
  megabytes: number
}

const [format, count] = process.argv.slice(2)
if (format) await measure(format as 'pdf' | 'csv' | 'sarif', Number(count))
else await compare()

/** Findings of all kinds that the engine knows, each with a proof as long as they mostly are. */
function* findings(count: number) {
  const kinds = checks.flatMap((check) => Object.keys(check.outcomes).map((outcome) => exampleFinding(check, outcome)))
  const request =
    'GET /products/list?category=12&page=3 HTTP/1.1\nHost: www.example.com\nAccept: */*\nUser-Agent: LastHash'
  const response = `HTTP/1.1 200 OK\ncontent-type: text/html; charset=utf-8\nserver: nginx\n\n${'<div class="product">…</div>\n'.repeat(8)}`
  for (let at = 0; at < count; at++) {
    const finding = kinds[(at * 37) % kinds.length]!
    const fingerprint = createHash('sha256').update(String(at)).digest('hex')
    const locations = Array.from({ length: 1 + (at % 4) }, (_, n) => ({
      url: `https://www.example.com/products/${at}/${n}?category=12&session=${fingerprint.slice(0, 20)}`,
      method: 'GET',
      parameter: null,
    }))
    const proof = { ...finding.proof, request, response }
    yield vulnerability({
      ...finding,
      proof,
      locations,
      location_count: locations.length,
      fingerprint,
      id: `vuln_${at}`,
    })
  }
}

async function measure(format: 'pdf' | 'csv' | 'sarif', count: number): Promise<void> {
  const vulnerabilities = format === 'pdf' ? [...findings(count)] : findings(count)
  const from = performance.now()
  const before = process.cpuUsage()
  const { stream } = renderReport(reportData([], { vulnerabilities }), { kind: 'technical', format })
  let bytes = 0
  for await (const chunk of stream) bytes += chunk.length
  const { user, system } = process.cpuUsage(before)
  const seconds = (performance.now() - from) / 1000
  const measured: Measured = {
    seconds,
    cpu: (user + system) / 1e6,
    bytes,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }
  console.log(JSON.stringify(measured))
}

async function compare(): Promise<void> {
  let failed = false
  const run = (format: string, count: number): Measured =>
    JSON.parse(
      execFileSync(process.execPath, ['--max-semi-space-size=4', import.meta.filename, format, String(count)], {
        encoding: 'utf8',
      }),
    )
  const tell = (what: string, { seconds, cpu, bytes, megabytes }: Measured, isGood: boolean, aim: string) => {
    if (!isGood) failed = true
    const size = (bytes / 1e6).toFixed(1)
    console.log(
      `${what}: ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of CPU), ${megabytes.toFixed(0)} MB, file ${size} MB; aim ${aim}${isGood ? '' : '  <- misses'}`,
    )
  }
  const pdf = run('pdf', 500)
  tell('500 findings as PDF', pdf, Math.min(pdf.seconds, pdf.cpu) < 3 && pdf.megabytes < 300, '3 s, 300 MB')
  for (const format of ['csv', 'sarif']) {
    const small = run(format, 5_000)
    tell(`5,000 findings as ${format}`, small, true, 'none')
    const large = run(format, 50_000)
    tell(`50,000 findings as ${format}`, large, large.megabytes < small.megabytes * 1.3, 'at most 1.3 times the memory')
  }
  process.exit(failed ? 1 : 0)
}
