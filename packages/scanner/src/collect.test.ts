import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchange, page } from '../test/evidence.ts'
import { type Check, defineCheck, fail } from './check.ts'
import { collectFindings, type Surroundings } from './collect.ts'
import { MAX_LOCATIONS } from './finding.ts'

function check(distinct: Check['distinct'] = []): Check {
  return defineCheck({
    id: 'test/example',
    question: 'Is it good?',
    needs: ['page'],
    cwe: 79,
    owasp_2025: ['A05:2025'],
    references: ['https://example.com/'],
    distinct,
    outcomes: {
      bad: {
        severity: 'medium',
        title: 'Bad',
        why: 'Because.',
        fix: 'Mend it.',
        settings: { nginx: 'good on;', apache: 'Good On', caddy: 'good' },
      },
    },
    run: () => [],
  })
}

const AROUND: Surroundings = { origin: 'https://site.test', servers: [], untrusted: false }
const hits = (...places: Parameters<typeof fail>[1][]) =>
  places.map((place) => ({ fail: fail('bad', place, 'value'), on: null }))

test('one cause on many pages is one finding with the first fifty places and the count', () => {
  const many = hits(...Array.from({ length: 70 }, (_, n) => `https://site.test/${n}`), 'https://site.test/0')
  const [finding, ...rest] = collectFindings(check(), many, AROUND)
  assert.equal(rest.length, 0)
  assert.equal(finding!.location_count, 70)
  assert.equal(finding!.locations.length, MAX_LOCATIONS)
})

test('path and parameter tell causes apart only where the check says so', () => {
  const places = hits(
    { url: 'https://site.test/a', parameter: 'sid' },
    { url: 'https://site.test/a?x=1', parameter: 'theme' },
    { url: 'https://site.test/b', parameter: 'sid' },
  )
  assert.equal(collectFindings(check(), places, AROUND).length, 1)
  assert.equal(collectFindings(check(['path']), places, AROUND).length, 2)
  assert.equal(collectFindings(check(['parameter']), places, AROUND).length, 2)
  assert.equal(collectFindings(check(['path', 'parameter']), places, AROUND).length, 3)
})

test('fingerprints come from check, outcome and place, never from texts or order', () => {
  const [one] = collectFindings(check(), hits('https://site.test/a'), AROUND)
  const [other] = collectFindings(check(), hits('https://site.test/z', 'https://site.test/a'), AROUND)
  assert.equal(one!.fingerprint, other!.fingerprint)
  assert.match(one!.fingerprint, /^[0-9a-f]{64}$/)
  const elsewhere = { ...AROUND, origin: 'https://other.test' }
  assert.notEqual(collectFindings(check(), hits('https://site.test/a'), elsewhere)[0]!.fingerprint, one!.fingerprint)
})

test('the remedy names the setting of the server seen, or of the usual ones', () => {
  const remedy = (servers: Surroundings['servers']) =>
    collectFindings(check(), hits('https://site.test/'), { ...AROUND, servers })[0]!.remediation
  assert.equal(remedy(['caddy']), 'Mend it.\nCaddy: good')
  assert.equal(remedy([]), 'Mend it.\nnginx: good on;\nApache: Good On')
  assert.equal(remedy(['php']), 'Mend it.\nnginx: good on;\nApache: Good On')
})

test('the proof holds request, response, what was seen, and a command that repeats it', () => {
  const probe = exchange({
    url: "https://site.test/o'brien?a=1&b=2",
    method: 'OPTIONS',
    requestHeaders: { Origin: 'https://evil.test', 'User-Agent': 'x' },
    headers: { 'X-Bad': 'value' },
  })
  const [finding] = collectFindings(check(), hits(probe), { ...AROUND, untrusted: true })
  const { request, response, observed, curl } = finding!.proof
  assert.match(request!, /^OPTIONS \/o'brien\?a=1&b=2 HTTP\/1\.1\nHost: site\.test\nOrigin: https:\/\/evil\.test/)
  assert.match(response!, /^HTTP\/1\.1 200\n[\s\S]*X-Bad: value/)
  assert.equal(observed, 'value')
  assert.equal(
    curl,
    `curl -sS -i --path-as-is -k -X OPTIONS -H 'Origin: https://evil.test' 'https://site.test/o'\\''brien?a=1&b=2'`,
  )
  assert.deepEqual(finding!.locations, [
    { url: "https://site.test/o'brien?a=1&b=2", method: 'OPTIONS', parameter: null },
  ])
})

test('an excerpt of the body surrounds what was seen, and long heads are cut', () => {
  const body = `${'x'.repeat(5_000)}value${'y'.repeat(5_000)}`
  const value = page({ body, headers: { 'X-Long': 'z'.repeat(50_000) } })
  const found = { fail: fail('bad', value.url, 'value'), on: value }
  const { response } = collectFindings(check(), [found], AROUND)[0]!.proof
  assert.ok(response!.length < 6_000)
  assert.match(response!, /…x+valuey+…$/)
})

test('a DNS finding is repeated with dig', () => {
  const [finding] = collectFindings(check(), hits({ url: 'dns:_dmarc.site.test?type=TXT' }), AROUND)
  assert.equal(finding!.proof.curl, 'dig +noall +answer +comments _dmarc.site.test TXT')
})
