import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listed, sightings } from '../../test/software.ts'
import { builtinKnowledge } from './builtin.ts'
import type { Advisory, Knowledge } from './knowledge.ts'
import { matchKnown } from './match.ts'

const advisory = (more: Partial<Advisory>): Advisory => ({
  id: 'X-1',
  cves: ['CVE-2099-0001'],
  ranges: [{ before: '2.0.0' }],
  severity: 'medium',
  cvss: null,
  summary: 'It breaks',
  references: ['https://example.com/1'],
  ...more,
})
/** What some feeds say of left-pad. */
function knowing(...told: { feed: string; advisory: Advisory }[]): Knowledge {
  return {
    ...builtinKnowledge(),
    advisories: (_, name) =>
      name === 'left-pad'
        ? told.map(({ feed, advisory }) => ({ advisory, feed: { name: feed, date: '2026-01-15' } }))
        : [],
    epss: (cve) =>
      cve === 'CVE-2099-0001' ? { score: 0.5, percentile: 0.99, feed: { name: 'epss', date: '2026-01-14' } } : null,
    kev: (cve) => (cve === 'CVE-2099-0002' ? { added: '2026-01-02', feed: { name: 'kev', date: '2026-01-14' } } : null),
  }
}
const software = (version: string) =>
  listed(sightings({ body: `<script src="https://unpkg.com/left-pad@${version}/index.js"></script>` }))
const flaws = (version: string, ...told: Parameters<typeof knowing>) =>
  matchKnown(software(version), knowing(...told)).flatMap((one) => (one.key === 'npm:left-pad' ? one.flaws : []))

test('two feeds that tell of one CVE tell of one flaw', () => {
  const [flaw, ...more] = flaws(
    '1.0.0',
    { feed: 'osv-npm', advisory: advisory({ id: 'GHSA-1', ranges: [{ upTo: '1.9.9' }] }) },
    { feed: 'retire', advisory: advisory({ cvss: { vector: 'CVSS:3.1/x', score: 6.1 } }) },
  )
  assert.deepEqual(more, [])
  assert.equal(flaw!.id, 'GHSA-1')
  assert.equal(flaw!.fixed_in, '2.0.0')
  assert.equal(flaw!.cvss!.score, 6.1)
  assert.deepEqual(
    flaw!.feeds.map(({ name }) => name),
    ['osv-npm', 'retire'],
  )
  assert.deepEqual(flaw!.epss, { score: 0.5, percentile: 0.99, date: '2026-01-14' })
})

test('each CVE of an advisory is a flaw; what is exploited comes before what is as bad', () => {
  const found = flaws('1.0.0', { feed: 'retire', advisory: advisory({ cves: ['CVE-2099-0001', 'CVE-2099-0002'] }) })
  assert.deepEqual(
    found.map(({ cve, exploited_since }) => [cve, exploited_since]),
    [
      ['CVE-2099-0002', '2026-01-02'],
      ['CVE-2099-0001', null],
    ],
  )
})

const AFFECTED: readonly [name: string, version: string, advisory: Partial<Advisory>, affected: boolean][] = [
  ['before the mend', '1.9.9', {}, true],
  ['the mend', '2.0.0', {}, false],
  ['a version that is listed by itself', '3.1.0', { ranges: [], versions: ['3.1.0'] }, true],
  ['its neighbour', '3.1.1', { ranges: [], versions: ['3.1.0'] }, false],
  ['a line of which all is affected', '1', {}, true],
  ['a line of which some is', '2', { ranges: [{ from: '2.1.0', before: '2.3.0' }] }, false],
  ['what needs other software that was not seen', '1.0.0', { with: 'windows-server' }, false],
]
for (const [name, version, more, affected] of AFFECTED) {
  test(`${name}: ${version} is ${affected ? '' : 'not '}affected`, () => {
    assert.equal(flaws(version, { feed: 'osv-npm', advisory: advisory(more) }).length, affected ? 1 : 0)
  })
}

test('a line of releases is found, with the newest one that is mended', () => {
  const [openssl] = matchKnown(
    listed(sightings({ headers: { Server: 'Apache (Unix) OpenSSL/1.1.1k' } })),
    builtinKnowledge(),
  )
  assert.equal(openssl!.lifecycle!.line, '1.1.1')
  assert.equal(openssl!.lifecycle!.end, '2023-09-11')
  const [php] = matchKnown(listed(sightings({ headers: { 'X-Powered-By': 'PHP/8.4.1' } })), builtinKnowledge())
  assert.equal(php!.lifecycle!.line, '8.4')
})

test('our own tables: every row has a known form, an identifier once, and a source', async () => {
  const { LIBRARY_TABLES } = await import('../../data/vulnerabilities/libraries.ts')
  const { SERVER_TABLES } = await import('../../data/vulnerabilities/servers.ts')
  const tables = [...LIBRARY_TABLES, ...SERVER_TABLES]
  assert.ok(tables.flatMap(({ rows }) => rows).length > 250)
  for (const { ecosystem, name, rows } of tables) {
    assert.equal(new Set(rows.map(([id]) => id)).size, rows.length, name)
    for (const { advisory } of builtinKnowledge().advisories(ecosystem, name)) {
      assert.match(advisory.id, /^(?:CVE-\d{4}-\d{4,}|GHSA-[\w-]{14}|[a-z-]+-\d+)$/)
      assert.ok(URL.canParse(advisory.references[0]!), advisory.id)
      assert.match(advisory.summary, /^\S.{9,}\.$/, `${advisory.id}: ${advisory.summary}`)
    }
  }
})
