import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Condition } from './condition.ts'
import { evaluate, type ScanFacts, type VulnerabilityFacts } from './evaluate.ts'

const ONE: VulnerabilityFacts = {
  id: 'vuln_1',
  severity: 'high',
  confidence: 'firm',
  type: 'misconfiguration',
  muted: false,
  is_new: false,
  kev: false,
  age_days: 10,
  compliance: { owasp_2025: ['A04:2025'], pci_dss_4: ['4.2.1'] },
}
const facts = (found: Partial<VulnerabilityFacts>[], more: Partial<ScanFacts> = {}): ScanFacts => ({
  score: 85,
  score_before: 90,
  website_tags: ['shop'],
  website_criticality: 'high',
  vulnerabilities: found.map((one, n) => ({ ...ONE, id: `vuln_${n + 1}`, ...one })),
  ...more,
})
const HIGH = facts([{}])
const NOTHING = facts([])

const CASES: { name: string; when: Condition; of: ScanFacts; reasons: string[]; ids?: string[] }[] = [
  { name: 'nothing found', when: { severity: 'low' }, of: NOTHING, reasons: [] },
  {
    name: 'as bad',
    when: { severity: 'high' },
    of: HIGH,
    reasons: ['1 vulnerability: high or worse.'],
    ids: ['vuln_1'],
  },
  { name: 'less bad is asked for', when: { severity: 'low' }, of: HIGH, reasons: ['1 vulnerability: low or worse.'] },
  { name: 'not so bad', when: { severity: 'critical' }, of: HIGH, reasons: [] },
  { name: 'accepted', when: { severity: 'low' }, of: facts([{ muted: true }]), reasons: [] },
  {
    name: 'tentative, not asked for',
    when: { severity: 'low' },
    of: facts([{ confidence: 'tentative' }]),
    reasons: [],
  },
  {
    name: 'tentative, firm asked for',
    when: { confidence: 'firm' },
    of: facts([{ confidence: 'tentative' }]),
    reasons: [],
  },
  {
    name: 'tentative, asked for',
    when: { severity: 'low', confidence: 'tentative' },
    of: facts([{ confidence: 'tentative' }]),
    reasons: ['1 vulnerability: low or worse, tentative or surer.'],
  },
  { name: 'confirmed asked for', when: { confidence: 'confirmed' }, of: HIGH, reasons: [] },
  {
    name: 'confirmed',
    when: { confidence: 'confirmed' },
    of: facts([{ confidence: 'confirmed' }]),
    reasons: ['1 vulnerability: confirmed.'],
  },
  { name: 'information does not count', when: { new: false }, of: facts([{ severity: 'info' }]), reasons: [] },
  {
    name: 'information, asked for',
    when: { severity: 'info' },
    of: facts([{ severity: 'info' }]),
    reasons: ['1 vulnerability: info or worse.'],
  },
  { name: 'known before', when: { new: true }, of: HIGH, reasons: [] },
  {
    name: 'new',
    when: { new: true },
    of: facts([{ is_new: true }, {}]),
    reasons: ['1 vulnerability: new.'],
    ids: ['vuln_1'],
  },
  {
    name: 'old',
    when: { new: false },
    of: facts([{ is_new: true }, {}]),
    reasons: ['1 vulnerability: known before.'],
    ids: ['vuln_2'],
  },
  {
    name: 'its type',
    when: { type: ['threat', 'misconfiguration'] },
    of: HIGH,
    reasons: ['1 vulnerability: of type threat or misconfiguration.'],
  },
  { name: 'another type', when: { type: ['threat'] }, of: HIGH, reasons: [] },
  {
    name: 'exploited',
    when: { kev: true },
    of: facts([{ kev: true }]),
    reasons: ['1 vulnerability: known to be exploited.'],
  },
  { name: 'not exploited', when: { kev: true }, of: HIGH, reasons: [] },
  { name: 'old enough', when: { age_days: 10 }, of: HIGH, reasons: ['1 vulnerability: known for 10 days or longer.'] },
  { name: 'too young', when: { age_days: 11 }, of: HIGH, reasons: [] },
  {
    name: 'the framework',
    when: { compliance: { framework: 'pci_dss_4' } },
    of: HIGH,
    reasons: ['1 vulnerability: speaks to pci_dss_4.'],
  },
  {
    name: 'its requirement',
    when: { compliance: { framework: 'pci_dss_4', requirements: ['6.4.3', '4.2.1'] } },
    of: HIGH,
    reasons: ['1 vulnerability: speaks to pci_dss_4 6.4.3 or 4.2.1.'],
  },
  {
    name: 'another requirement',
    when: { compliance: { framework: 'pci_dss_4', requirements: ['6.4.3'] } },
    of: HIGH,
    reasons: [],
  },
  { name: 'another framework', when: { compliance: { framework: 'hipaa' } }, of: HIGH, reasons: [] },
  { name: 'a low score', when: { score_below: 86 }, of: NOTHING, reasons: ['The score is 85, below 86.'], ids: [] },
  { name: 'a score that is enough', when: { score_below: 85 }, of: NOTHING, reasons: [] },
  {
    name: 'a score that fell',
    when: { score_dropped_by: 5 },
    of: NOTHING,
    reasons: ['The score has dropped from 90 to 85, by 5 or more.'],
  },
  { name: 'a score that fell less', when: { score_dropped_by: 6 }, of: NOTHING, reasons: [] },
  { name: 'a first score', when: { score_dropped_by: 1 }, of: facts([], { score_before: null }), reasons: [] },
  {
    name: 'one vulnerability has to meet all fields',
    when: { severity: 'high', new: true },
    of: facts([{ severity: 'high' }, { severity: 'low', is_new: true }]),
    reasons: [],
  },
  {
    name: 'so it is with all',
    when: { all: [{ severity: 'high' }, { new: true }] },
    of: facts([{}, { is_new: true }, { severity: 'low', is_new: true }]),
    reasons: ['1 vulnerability: high or worse, new.'],
    ids: ['vuln_2'],
  },
  {
    name: 'any is told one by one',
    when: { any: [{ severity: 'critical' }, { severity: 'high' }, { score_below: 90 }] },
    of: HIGH,
    reasons: ['1 vulnerability: high or worse.', 'The score is 85, below 90.'],
  },
  {
    name: 'any beside a field',
    when: { severity: 'high', any: [{ new: true }, { kev: true }] },
    of: facts([{ kev: true }, {}]),
    reasons: ['1 vulnerability: high or worse, (new; or known to be exploited).'],
    ids: ['vuln_1'],
  },
  {
    name: 'on websites of a tag',
    when: { website_tags: ['shop', 'pay'], severity: 'high' },
    of: HIGH,
    reasons: ['1 vulnerability: high or worse, the website is tagged shop or pay.'],
  },
  { name: 'on websites of another tag', when: { website_tags: ['blog'], severity: 'high' }, of: HIGH, reasons: [] },
  {
    name: 'on websites that are critical enough',
    when: { website_criticality: 'high', severity: 'high' },
    of: HIGH,
    reasons: ['1 vulnerability: high or worse, the website’s criticality is high, high or more.'],
  },
  {
    name: 'on websites that are not',
    when: { website_criticality: 'critical', severity: 'high' },
    of: HIGH,
    reasons: [],
  },
  {
    name: 'a score or something found, both needed',
    when: { all: [{ score_below: 90 }, { kev: true }] },
    of: facts([{ kev: true }]),
    reasons: ['1 vulnerability: the score is 85, below 90, known to be exploited.'],
  },
  {
    name: 'worst first',
    when: { severity: 'low' },
    of: facts([{ severity: 'low' }, { severity: 'critical' }, { severity: 'medium' }]),
    reasons: ['3 vulnerabilities: low or worse.'],
    ids: ['vuln_2', 'vuln_3', 'vuln_1'],
  },
]
for (const { name, when, of, reasons, ids } of CASES) {
  test(`${name}: ${reasons.length > 0 ? 'fails' : 'passes'}`, () => {
    const verdict = evaluate(when, of)
    assert.deepEqual(
      verdict.reasons.map(({ detail }) => detail),
      reasons,
    )
    assert.equal(verdict.passed, reasons.length === 0)
    if (ids) assert.deepEqual(verdict.reasons[0]?.vulnerability_ids, ids)
  })
}

test('of many vulnerabilities fifty are named, and all are counted', () => {
  const [reason] = evaluate({ severity: 'low' }, facts(Array.from({ length: 80 }, () => ({})))).reasons
  assert.deepEqual([reason!.vulnerability_ids.length, reason!.vulnerability_count], [50, 80])
})
