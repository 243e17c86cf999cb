import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startGitHub } from '../../test/trackers/github-server.ts'
import { startJira } from '../../test/trackers/jira-server.ts'
import { ticketsUnderKills } from '../../test/trackers/kills.ts'
import { startLinear } from '../../test/trackers/linear-server.ts'

// `node bench/tickets.ts` is the same with a thousand, ten kills, and the lease that the service has.
const SMALL = { vulnerabilities: 40, kills: 3, lease: 6, limit: 240_000 }
const all = process.env.LASTHASH_TEST_ALL === '1' ? false : 'takes a minute: npm run test:all'

for (const { name, start, skip } of [
  { name: 'github', start: startGitHub, skip: false },
  { name: 'jira', start: () => startJira('cloud'), skip: all },
  { name: 'linear', start: startLinear, skip: all },
]) {
  test(`${name}: workers are killed while issues are being made: one each all the same`, { skip }, async () => {
    const tracker = await start()
    try {
      const { issues, twice, open, kills } = await ticketsUnderKills(tracker, SMALL)
      const { vulnerabilities } = SMALL
      assert.deepEqual(
        { issues, twice, open, kills },
        { issues: vulnerabilities, twice: 0, open: vulnerabilities, kills: 3 },
      )
      assert.deepEqual(tracker.faults, [])
    } finally {
      await tracker.close()
    }
  })
}
