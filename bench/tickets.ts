/**
 * 1,000 new vulnerabilities become 1,000 tickets while two workers are at it and are killed ten times, each time when the tracker
 * has made an issue and has not answered yet. Ends with 1 when there are not exactly as many.
 *
 *   node bench/tickets.ts [--tracker github|gitlab|jira|linear] [--vulnerabilities 1000] [--kills 10]
 */
import { parseArgs } from 'node:util'
import { startGitHub } from '../packages/platform/test/trackers/github-server.ts'
import { startGitLab } from '../packages/platform/test/trackers/gitlab-server.ts'
import { startJira } from '../packages/platform/test/trackers/jira-server.ts'
import { ticketsUnderKills } from '../packages/platform/test/trackers/kills.ts'
import { startLinear } from '../packages/platform/test/trackers/linear-server.ts'

const { values } = parseArgs({
  options: {
    tracker: { type: 'string', default: 'github' },
    vulnerabilities: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '10' },
  },
})
const TRACKERS = { github: startGitHub, gitlab: startGitLab, jira: () => startJira('cloud'), linear: startLinear }
const LEASE = 30 // seconds, as the service has it
const LIMIT = 1_800_000 // milliseconds
const vulnerabilities = Number(values.vulnerabilities)
const kills = Number(values.kills)

const tracker = await TRACKERS[values.tracker as keyof typeof TRACKERS]()
const outcome = await ticketsUnderKills(tracker, { vulnerabilities, kills, lease: LEASE, limit: LIMIT })
const { issues, twice, open, seconds } = outcome
const asPublished = tracker.faults.length === 0
await tracker.close()
console.log(
  `${values.tracker}: ${vulnerabilities} vulnerabilities, ${outcome.kills} kills: ${issues} issues (${twice} of them twice), ${open} tickets, ${seconds} s`,
)
console.log(asPublished ? 'every request as published' : `not as published: ${tracker.faults.slice(0, 5).join('; ')}`)
process.exitCode = issues === vulnerabilities && twice === 0 && open === vulnerabilities && asPublished ? 0 : 1
