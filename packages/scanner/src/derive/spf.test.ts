import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answer, dns, FAILED, MX, NXDOMAIN } from '../../test/dns-evidence.ts'
import type { DnsEvidence } from '../evidence.ts'
import { parseSpf } from './spf.ts'
import { isSpf, parseSpfRecord } from './spf-record.ts'

const spf = (txt: string, includes: Record<string, string> = {}, more: Partial<DnsEvidence> = {}) =>
  parseSpf(
    dns({
      mx: MX,
      txt: answer(txt),
      spf_includes: Object.fromEntries(Object.entries(includes).map(([name, record]) => [name, answer(record)])),
      ...more,
    }).dns,
  )

const VALID = [
  'all',
  '-all',
  '~ALL',
  '?all',
  'a',
  'a/24',
  'a//64',
  'a/24//64',
  'a:mail.example.com/28',
  'mx',
  'mx:example.com',
  'mx:deferrals.example.com/26//96',
  'ptr',
  'ptr:example.com',
  'ip4:192.0.2.1',
  'ip4:192.0.2.0/24',
  'ip4:0.0.0.0/0',
  'ip6:2001:db8::/32',
  'ip6:::1',
  'ip6:2001:db8::cb01',
  'include:_spf.example.com',
  'include:_spf.example.com.',
  '?include:%{ir}.%{v}._spf.%{d2}',
  'exists:%{l1r-}.lp._spf.example.com',
  'exists:%{i}._spf.%{h}.example.com',
  'redirect=_spf.example.com',
  'exp=explain._spf.%{d}',
  'moo.cow-far_out=man:dog/cat',
  'default=',
]
const INVALID = [
  'ipv4:192.0.2.1',
  'ip4=192.0.2.1', // an unknown modifier by the grammar: see below
  'ip4:192.0.2.1/33',
  'ip4:192.0.2',
  'ip4:192.0.2.1//24',
  'ip4:mail.example.com',
  'ip4',
  'ip6:192.0.2.1',
  'ip6:2001:db8::/129',
  'include',
  'include:',
  'include:example',
  'include:example.com/24',
  'include=example.com:',
  'include:exa mple.com',
  'a:192.0.2.1',
  'a:',
  'a/33',
  'a/24/64',
  'mx/',
  'all:example.com',
  'all/24',
  'exists',
  '+-all',
  '!all',
  'redirect=',
  'redirect=example',
  'redirect=_spf.example.com/24',
  'exp=%{x}',
  'exists:%{i',
  'exists:100%.example.com',
  'v=spf1',
  'mx,',
  'a;',
  '"all"',
  'include:exämple.com',
  'a:example.com:25',
]

for (const term of VALID) {
  test(`SPF reads ${term}`, () => {
    assert.deepEqual(parseSpfRecord(`v=spf1 ${term}`).errors, [])
  })
}

// By the grammar `ip4=…` and the like are modifiers that nobody knows, so receivers pass over them (section 6).
const UNKNOWN_MODIFIERS = new Set(['ip4=192.0.2.1', 'include=example.com:', 'v=spf1'])
for (const term of INVALID) {
  const ignored = UNKNOWN_MODIFIERS.has(term)
  test(`SPF ${ignored ? 'passes over' : 'refuses'} ${term}`, () => {
    const { errors, mechanisms } = parseSpfRecord(`v=spf1 ${term}`)
    assert.deepEqual(errors.length > 0, !ignored, JSON.stringify(mechanisms))
  })
}

test('what is an SPF record', () => {
  assert.deepEqual(['v=spf1', 'V=SPF1 -all', 'v=spf10 -all', 'v=spf1\t-all', ' v=spf1 -all', ''].map(isSpf), [
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('the parts of mechanisms, and modifiers twice', () => {
  const record = parseSpfRecord(
    'v=spf1  ~A:Mail.Example.COM./24//64 ip6:2001:db8::/32 redirect=a.test redirect=b.test ',
  )
  const [a, ip6] = record.mechanisms
  const raw = '~A:Mail.Example.COM./24//64'
  assert.deepEqual(a, { raw, qualifier: '~', name: 'a', value: 'mail.example.com', prefix4: 24, prefix6: 64 })
  assert.deepEqual([ip6!.prefix4, ip6!.prefix6], [null, 32])
  assert.deepEqual(record.errors, ['redirect=b.test'])
})

test('look-ups are counted through includes and redirects, each time', () => {
  const { lookups, errors } = spf('v=spf1 a mx include:a.test include:b.test ip4:192.0.2.1 redirect=r.test', {
    'a.test': 'v=spf1 include:c.test exists:%{i}.x.test -all',
    'b.test': 'v=spf1 include:c.test ~all a',
    'c.test': 'v=spf1 ptr ip4:192.0.2.0/24 ?all',
    'r.test': 'v=spf1 mx -all',
  })
  assert.deepEqual(
    lookups,
    'a,mx,include:a.test,include:c.test,ptr,exists:%{i}.x.test,include:b.test,include:c.test,ptr,redirect=r.test,mx'.split(
      ',',
    ),
  )
  assert.deepEqual(errors, [])
})

test('what stands after all, and a redirect beside all, cost nothing', () => {
  assert.deepEqual(spf('v=spf1 -all a mx redirect=r.test', { 'r.test': 'v=spf1 mx -all' }).lookups, [])
})

test('void look-ups: names without records, and an mx without mail servers', () => {
  const { void_lookups } = spf(
    'v=spf1 mx include:a.test include:b.test include:c.test -all',
    {},
    { mx: answer<never>(), spf_includes: { 'a.test': NXDOMAIN, 'b.test': answer(), 'c.test': FAILED } },
  )
  assert.deepEqual(void_lookups, ['mx', 'include:a.test', 'include:b.test'])
})

test('faults of what is included', () => {
  const { errors } = spf(
    'v=spf1 include:none.test include:two.test include:bad.test include:loop.test include:unknown.test -all',
    { 'none.test': 'hello', 'bad.test': 'v=spf1 ip4:1.2.3 -all', 'loop.test': 'v=spf1 include:site.test -all' },
    {
      spf_includes: {
        'none.test': answer('hello'),
        'two.test': answer('v=spf1 -all', 'v=spf1 ~all'),
        'bad.test': answer('v=spf1 ip4:1.2.3 -all'),
        'loop.test': answer('v=spf1 include:site.test -all'),
      },
    },
  )
  assert.deepEqual(errors, [
    { domain: 'site.test', term: 'include:none.test', fault: 'no_record' },
    { domain: 'site.test', term: 'include:two.test', fault: 'many_records' },
    { domain: 'bad.test', term: 'ip4:1.2.3', fault: 'syntax' },
    { domain: 'loop.test', term: 'include:site.test', fault: 'loop' },
  ])
})

test('who passes: all, huge networks, includes that let anyone pass, but not behind a qualifier', () => {
  assert.deepEqual(spf('v=spf1 all').wide, ['all'])
  assert.deepEqual(spf('v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 a/0 ip6:2000::/3 -all').wide.length, 4)
  assert.deepEqual(spf('v=spf1 ip4:17.0.0.0/8 ip6:2a00::/16 ip6:fc00::/7 -ip4:0.0.0.0/0 -all').wide, [])
  const open = { 'open.test': 'v=spf1 +all' }
  assert.deepEqual(spf('v=spf1 include:open.test -all', open).wide, ['+all'])
  assert.deepEqual(spf('v=spf1 ?include:open.test -all', open).wide, [])
})

test('the fallback is that of the record redirected to, where there is no all', () => {
  assert.deepEqual(spf('v=spf1 mx').fallback, null)
  assert.deepEqual(spf('v=spf1 redirect=r.test', { 'r.test': 'v=spf1 ~all' }).fallback, { qualifier: '~', raw: '~all' })
  assert.equal(spf('v=spf1 redirect=a.test', { 'a.test': 'v=spf1 redirect=site.test' }).fallback, null)
  assert.equal(spf('v=spf1 ?all redirect=r.test').fallback!.qualifier, '?')
})

test('records that multiply each other end', () => {
  const twice = (next: string) => `v=spf1 ${`include:${next} `.repeat(20)}-all`
  const names = Array.from({ length: 20 }, (_, index) => `n${index}.test`)
  const includes = Object.fromEntries(names.map((name, index) => [name, twice(names[index + 1] ?? 'end.test')]))
  const { lookups } = spf(twice('n0.test'), includes)
  assert.ok(lookups.length > 1_000 && lookups.length <= 2_000, `${lookups.length}`)
})
