import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ANSWERS } from './answers.ts'
import type { Rival, RivalFinding } from './rivals.ts'
import type { Target } from './targets.ts'

const cli = join(import.meta.dirname, '../../packages/cli/bin/lasthash.cjs')

export interface OwnScan {
  /** `check outcome` of each finding. */
  findings: string[]
  score: number
  requests: number
  seconds: number
}

/** A full scan from the command line, as anybody would run it. */
export async function scanOurselves(target: Target): Promise<OwnScan> {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-detection-'))
  try {
    const authority = join(folder, 'authority.pem')
    writeFileSync(authority, target.authority ?? '')
    const began = performance.now()
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, 'scan', target.url, '--type', 'full', '--format', 'json', '--allow-private'],
      {
        maxBuffer: 256 * 1024 * 1024,
        env: {
          ...process.env,
          ...(target.authority && { NODE_EXTRA_CA_CERTS: authority }),
          ...(target.dnsServer && { LASTHASH_DNS_SERVERS: target.dnsServer }),
        },
      },
    )
    const seconds = (performance.now() - began) / 1000
    const { scan, vulnerabilities, coverage } = JSON.parse(stdout) as {
      scan: { security_score: number }
      vulnerabilities: { check: string; outcome: string }[]
      coverage: { spent: { requests: number } }
    }
    return {
      findings: vulnerabilities.map(({ check, outcome }) => `${check} ${outcome}`),
      score: scan.security_score,
      requests: coverage.spent.requests,
      seconds,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each finding of the rival: found by us as well, left out for a reason, or missed. And what we have that it has not. */
export function compare(
  rival: Rival,
  found: readonly RivalFinding[],
  ours: readonly string[],
): { missed: number; lines: string[] } {
  const lines: string[] = []
  const answered = new Set<string>()
  let missed = 0
  for (const { rule, text } of found) {
    const answer = ANSWERS[rival.name]?.find(([pattern]) => pattern.test(`${rule}: ${text}`))
    const [, checks = [], reason] = answer ?? []
    const same = ours.filter((finding) => checks.some((check) => finding === check || finding.startsWith(`${check} `)))
    for (const finding of same) answered.add(finding)
    if (same.length > 0) continue
    if (reason) lines.push(`left out: ${rule}: ${text.slice(0, 100)} — ${reason}`)
    else {
      missed += 1
      lines.push(`MISSED by us: ${rule}: ${text.slice(0, 160)}`)
    }
  }
  const alone = ours.filter((finding) => !answered.has(finding))
  lines.push(`${alone.length} of our ${ours.length} findings it has not: ${alone.join(', ')}`)
  return { missed, lines }
}
