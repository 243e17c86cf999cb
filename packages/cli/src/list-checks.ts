import { catalogue, SEVERITIES } from '@lasthash/scanner'
import type { ExitCode } from './cli-error.ts'
import { deliver } from './deliver.ts'

/** `lasthash checks`: a line for each check, with the worst that it can find. */
export async function listChecks(): Promise<ExitCode> {
  const entries = catalogue()
  const longest = Math.max(...entries.map(({ id }) => id.length))
  const lines = entries.map(({ id, question, outcomes }) => {
    const worst = SEVERITIES.find((severity) => outcomes.some((outcome) => outcome.severity === severity))!
    return `${id.padEnd(longest)}  ${worst.padEnd(8)}  ${question}\n`
  })
  await deliver(lines.join(''), null)
  return 0
}
