import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TicketSync } from '../resources/integrations/settings.ts'
import { type Known, nextStep, type Step } from './next.ts'
import { becomesTicket } from './rules.ts'

const NOW = new Date('2026-01-15T12:00:00Z')
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
const TICKET = {
  external_id: '7',
  external_state: 'open' as 'open' | 'done' | 'dropped' | null,
  unsure_since: null as Date | null,
  look: false,
  verification_id: null as string | null,
  told: 'open' as 'open' | 'fixed' | 'accepted' | null,
  closed_at: null as Date | null,
  reopen_count: 0,
  reopened_at: null as Date | null,
}
const KNOWN: Known = { status: 'open', status_reason: null, last_seen_at: ago(5), fixed_at: null, verification: null }
const done = (result: 'still_there' | 'fixed' | 'not_tested') => ({ status: 'done' as const, result, reason: null })
const CLOSED = { external_state: 'done' as const, closed_at: ago(1) }

const words = (step: Step | null) =>
  step === null
    ? 'nothing'
    : step.do === 'tell'
      ? `${step.news.kind}, then ${step.state ?? 'as it is'}, told ${step.told}`
      : step.do

const CASES: [
  name: string,
  ticket: Partial<typeof TICKET>,
  known: Partial<Known>,
  sync: TicketSync,
  expected: string,
][] = [
  ['nothing has changed', {}, {}, {}, 'nothing'],
  ['not there yet', { external_id: null as never }, {}, {}, 'create'],
  ['mended before it was made', { external_id: null as never }, { status: 'fixed' }, {}, 'cancel'],
  [
    'mended, but it may have been made',
    { external_id: null as never, unsure_since: ago(1) },
    { status: 'fixed' },
    {},
    'create',
  ],
  ['something was heard of it', { look: true }, { status: 'fixed' }, {}, 'look'],
  ['fixed', {}, { status: 'fixed' }, {}, 'fixed, then as it is, told fixed'],
  ['fixed, to be closed', {}, { status: 'fixed' }, { close_when_fixed: true }, 'fixed, then done, told fixed'],
  [
    'fixed, closed already',
    CLOSED,
    { status: 'fixed' },
    { close_when_fixed: true },
    'fixed, then as it is, told fixed',
  ],
  ['accepted', {}, { status: 'accepted_risk' }, { close_when_fixed: true }, 'accepted, then dropped, told accepted'],
  ['a duplicate of another', {}, { status: 'merged' }, {}, 'accepted, then as it is, told accepted'],
  ['back, still open there', { told: 'fixed' }, { status: 'reopened' }, {}, 'back, then as it is, told open'],
  ['back, closed there', { ...CLOSED, told: 'fixed' }, { status: 'reopened' }, {}, 'back, then open, told open'],
  [
    'closed by hand, being looked at',
    { ...CLOSED, verification_id: 'vrf_1' },
    { verification: { status: 'running', result: null, reason: null } },
    {},
    'nothing',
  ],
  [
    'closed by hand, still there',
    { ...CLOSED, verification_id: 'vrf_1' },
    { verification: done('still_there') },
    {},
    'verified, then open, told open',
  ],
  [
    'closed by hand, gone',
    { ...CLOSED, verification_id: 'vrf_1' },
    { status: 'fixed', verification: done('fixed') },
    {},
    'verified, then as it is, told fixed',
  ],
  [
    'closed by hand, not to be tested',
    { ...CLOSED, verification_id: 'vrf_1' },
    { verification: done('not_tested') },
    {},
    'verified, then as it is, told open',
  ],
  [
    'closed by hand, the look is lost',
    { ...CLOSED, verification_id: 'vrf_1' },
    {},
    {},
    'verified, then as it is, told open',
  ],
  [
    'closed as not planned, still there',
    { external_state: 'dropped', closed_at: ago(1), verification_id: 'vrf_1' },
    { verification: done('still_there') },
    {},
    'verified, then as it is, told open',
  ],
  [
    'still there, not to be reopened',
    { ...CLOSED, verification_id: 'vrf_1' },
    { verification: done('still_there') },
    { reopen_when_still_there: false },
    'verified, then as it is, told open',
  ],
  ['closed, and a scan has seen it since', CLOSED, { last_seen_at: ago(0.5) }, {}, 'verified, then open, told open'],
  ['closed, and no scan has seen it since', CLOSED, {}, {}, 'nothing'],
  [
    'somebody goes on closing it',
    { ...CLOSED, verification_id: 'vrf_1', reopen_count: 3, reopened_at: ago(2) },
    { verification: done('still_there') },
    {},
    'verified, then as it is, told open',
  ],
  [
    'somebody went on closing it yesterday',
    { ...CLOSED, verification_id: 'vrf_1', reopen_count: 3, reopened_at: ago(25) },
    { verification: done('still_there') },
    {},
    'verified, then open, told open',
  ],
  [
    'seen since, but closed again and again',
    { ...CLOSED, reopen_count: 3, reopened_at: ago(2) },
    { last_seen_at: ago(0.5) },
    {},
    'nothing',
  ],
]
for (const [name, ticket, known, sync, expected] of CASES) {
  test(`${name}: ${expected}`, () =>
    assert.equal(words(nextStep({ ...TICKET, ...ticket }, { ...KNOWN, ...known }, sync, NOW)), expected))
}

const SITE = { id: 'ws_1', groups: ['grp_1'], tags: ['shop'] }
const ONE = {
  id: 'vuln_1',
  severity: 'high',
  confidence: 'firm',
  type: 'exposure',
  muted: false,
  is_new: true,
  kev: false,
  age_days: 0,
  compliance: {},
}
const SCAN = {
  score: 50,
  score_before: null,
  website_tags: ['shop'],
  website_criticality: 'medium',
  vulnerabilities: [],
}
const POLICIES = new Map([
  ['pol_1', { severity: 'critical' as const }],
  ['pol_2', { any: [{ severity: 'high' as const }, { score_below: 10 }] }],
  ['pol_3', { score_below: 90 }],
])

const RULES: [
  name: string,
  rule: Parameters<typeof becomesTicket>[0][number],
  one: Partial<typeof ONE>,
  expected: boolean,
][] = [
  ['nothing is set', {}, {}, true],
  ['info', {}, { severity: 'info' }, false],
  ['info, asked for', { severities: ['info'] }, { severity: 'info' }, true],
  ['another severity', { severities: ['critical'] }, {}, false],
  ['tentative', {}, { confidence: 'tentative' }, false],
  ['tentative, asked for', { confidence: 'tentative' }, { confidence: 'tentative' }, true],
  ['not sure enough', { confidence: 'confirmed' }, {}, false],
  ['known before', {}, { is_new: false }, false],
  ['known before, asked for', { new_only: false }, { is_new: false }, true],
  ['accepted', {}, { muted: true }, false],
  ['its website', { website_ids: ['ws_1'] }, {}, true],
  ['another website', { website_ids: ['ws_2'] }, {}, false],
  ['another website, but its tag', { website_ids: ['ws_2'], tags: ['shop'] }, {}, true],
  ['its group', { groups: ['grp_1'] }, {}, true],
  ['another group and tag', { groups: ['grp_2'], tags: ['blog'] }, {}, false],
  ['a policy that it fails', { policy_id: 'pol_2' }, {}, true],
  ['a policy that it does not fail', { policy_id: 'pol_1' }, {}, false],
  ['a policy that the scan fails by its score alone', { policy_id: 'pol_3' }, {}, false],
  ['a policy that is gone', { policy_id: 'pol_4' }, {}, false],
]
for (const [name, rule, one, expected] of RULES) {
  test(`rule: ${name}: ${expected ? 'a ticket' : 'none'}`, () =>
    assert.equal(becomesTicket([rule], SITE, { ...ONE, ...one }, SCAN, POLICIES), expected))
}

test('one of several rules is enough, and without any there is none', () => {
  assert.equal(becomesTicket([{ severities: ['low'] }, {}], SITE, ONE, SCAN, POLICIES), true)
  assert.equal(becomesTicket([], SITE, ONE, SCAN, POLICIES), false)
})
