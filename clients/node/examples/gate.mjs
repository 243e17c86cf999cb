// Fails a pipeline when a website has vulnerabilities that are high or worse: node gate.mjs https://staging.example.com
import { LastHash, ScanFailedError } from '@lasthash/sdk'

const [url] = process.argv.slice(2)
const client = new LastHash()
try {
  const scan = await client.scans.createAndWait({ url, scan_type: 'quick', priority: 'high' })
  const { critical, high } = scan.vulnerabilities
  console.log(`${scan.url}: ${scan.security_score} (${scan.grade}), ${critical} critical, ${high} high`)
  for (const severity of ['critical', 'high'])
    for await (const { title, remediation } of client.scans.vulnerabilities(scan.id, { severity }))
      console.log(`- ${title}\n  ${remediation}`)
  process.exitCode = critical + high > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof ScanFailedError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
