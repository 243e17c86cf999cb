import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChannelFilter } from './settings.ts'
import { type Filtered, wants } from './wants.ts'

const ALERT: Filtered = {
  kind: 'dns',
  cause: 'dns_changed',
  severity: 'high',
  website_id: 'ws_1',
  tags: ['shop', 'eu'],
}

const CASES: [string, ChannelFilter, boolean][] = [
  ['nothing is set', {}, true],
  ['less bad is enough', { min_severity: 'medium' }, true],
  ['as bad', { min_severity: 'high' }, true],
  ['not bad enough', { min_severity: 'critical' }, false],
  ['its kind', { kinds: ['uptime', 'dns'] }, true],
  ['other kinds', { kinds: ['uptime'] }, false],
  ['its website', { website_ids: ['ws_1'] }, true],
  ['another website', { website_ids: ['ws_2'] }, false],
  ['its tag', { tags: ['eu'] }, true],
  ['another tag', { tags: ['us'] }, false],
  ['another website, but its tag', { website_ids: ['ws_2'], tags: ['eu'] }, true],
  ['its website, another tag', { website_ids: ['ws_1'], tags: ['us'] }, true],
  ['all at once', { min_severity: 'high', kinds: ['dns'], tags: ['shop'] }, true],
  ['all but one', { min_severity: 'high', kinds: ['uptime'], tags: ['shop'] }, false],
]
for (const [name, filter, wanted] of CASES) {
  test(`${name}: ${wanted ? 'told' : 'not told'}`, () => assert.equal(wants(filter, ALERT), wanted))
}

test('of policies only the one that is named, or each where none is; of all else everything', () => {
  const failed: Filtered = { ...ALERT, kind: 'policy', cause: 'policy:pol_1' }
  const told = [{}, { policy_id: 'pol_1' }, { policy_id: 'pol_2' }].map((filter) => wants(filter, failed))
  assert.deepEqual([told, wants({ policy_id: 'pol_2' }, ALERT)], [[true, true, false], true])
})
