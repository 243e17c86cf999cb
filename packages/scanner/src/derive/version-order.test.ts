import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareVersions, type Ecosystem } from './version-order.ts'
import { inRanges, isSurelyIn, parseRanges } from './version-range.ts'

/** Each line is in order, oldest first. */
const ORDERS: readonly [Ecosystem, string][] = [
  ['npm', '0.9 1.0.0-alpha 1.0.0-alpha.1 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0 1.2 1.9.0b1 1.9.0 1.10.0 v2.0.0'],
  ['npm', '1.5.1 1.5.1.2 1.6.0.2 1.7.4'],
  ['npm', '13.4.20-canary.12 13.4.20-canary.13 13.4.20'],
  ['PyPI', '1.0.dev1 1.0a1 1.0b2 1.0rc1 1.0 1.0.post1 1!0.5'],
  ['RubyGems', '3.0.0.beta1 3.0.0.rc1 3.0.0 3.0.0.1 3.0.10'],
  ['Packagist', '1.0.0-dev 1.0.0-alpha1 1.0.0-beta2 1.0.0-RC1 1.0.0 1.0.0-pl1 1.0.1 10.0'],
  ['Maven', '1.0-alpha-1 1.0-beta-1 1.0-milestone-1 1.0-rc-1 1.0 1.0-sp1 1.0.1 2.0.0.RELEASE 2.0.1'],
  ['WordPress', '6.4-beta1 6.4-RC2 6.4 6.4.1 6.10'],
  ['generic', '1.0.1 1.0.2 1.0.2a 1.0.2k 1.0.2z 1.0.2za 1.0.2zg 1.1.0'],
  ['generic', '8.9 8.9p1 8.9p2 9.0'],
  ['generic', '2.4.9 2.4.49 2.4.50'],
  ['Debian', '1.0~rc1-1 1.0-1 1.0-1+b1 1.0-1.1 1.0-2~bpo1 1.0-2 1.0a-1 1.0.1-1 1:0.1-1'],
]
for (const [ecosystem, line] of ORDERS) {
  test(`${ecosystem}: ${line}`, () => {
    const versions = line.split(' ')
    for (const [at, version] of versions.entries()) {
      assert.equal(compareVersions(ecosystem, version, version), 0, version)
      for (const later of versions.slice(at + 1)) {
        assert.ok(compareVersions(ecosystem, version, later) < 0, `${version} < ${later}`)
        assert.ok(compareVersions(ecosystem, later, version) > 0, `${later} > ${version}`)
      }
    }
  })
}

const EQUAL: readonly [Ecosystem, string, string][] = [
  ['npm', '1.6', '1.6.0'],
  ['npm', 'v3.0.0', '3.0.0+build.7'],
  ['WordPress', '6.4', '6.4.0'],
  ['Maven', '2.0.0.RELEASE', '2.0.0'],
  ['PyPI', '1.0', '1.0.0'],
]
for (const [ecosystem, a, b] of EQUAL) {
  test(`${ecosystem}: ${a} is ${b}`, () => assert.equal(compareVersions(ecosystem, a, b), 0))
}

test('whatever a server sends as a version, comparing does not throw', () => {
  for (const odd of ['', '~', 'latest', '1..2', '9'.repeat(400), '1.0-', '∞', '1:2:3-4-5', '-1'])
    for (const ecosystem of ['npm', 'PyPI', 'RubyGems', 'Packagist', 'Debian', 'generic'] as const)
      assert.equal(typeof compareVersions(ecosystem, odd, '1.0'), 'number')
})

const MEMBERS: readonly [ranges: string, inside: string, outside: string][] = [
  ['>=1.2.0 <3.5.0', '1.2.0 1.12.4 3.5.0-rc.1 3.4.1', '1.1.9 3.5.0 3.6.0'],
  ['<1.0.1 || >=2.0.0 <=2.3.0', '0.1.0 1.0.0 2.0.0 2.3.0', '1.0.1 1.9.0 2.3.1'],
  ['=2.4.49', '2.4.49', '2.4.48 2.4.50'],
  ['>1.0.0', '1.0.1', '1.0.0'],
  ['*', '0.0.1 99.0.0', ''],
]
for (const [text, inside, outside] of MEMBERS) {
  test(`range ${text}`, () => {
    const ranges = parseRanges(text)
    for (const version of inside.split(' ')) assert.ok(inRanges('npm', version, ranges), version)
    for (const version of outside.split(' ').filter(Boolean)) assert.ok(!inRanges('npm', version, ranges), version)
  })
}

test('of a line whose release is not known only that is said which holds for all of it', () => {
  const seen = { version: '3', precision: 'range' } as const
  assert.ok(!isSurelyIn('npm', seen, parseRanges('<3.5.0')))
  assert.ok(isSurelyIn('npm', seen, parseRanges('<4.0.0')))
  assert.ok(isSurelyIn('npm', { version: '3.4', precision: 'range' }, parseRanges('>=1.2.0 <3.5.0')))
  assert.ok(!isSurelyIn('npm', seen, parseRanges('<3.2.0 || >=3.4.0 <4.0.0')))
})

test('a range that is none is refused', () => {
  for (const text of ['1.0', '>=', '~1.2', '']) assert.throws(() => parseRanges(text), /no bound/)
})
