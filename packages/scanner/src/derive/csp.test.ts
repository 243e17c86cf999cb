import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HeaderList } from '../net/exchange.ts'
import { enforced, governing, governingAll, parseCsp, parsePolicy } from './csp.ts'
import { allowsAllInline, allowsNothing, allowsUrl, parseSource } from './csp-source.ts'

const header = (...values: string[]): HeaderList => values.map((value) => ['Content-Security-Policy', value])
const names = (policy: { directives: readonly { name: string }[] }) => policy.directives.map(({ name }) => name)
const policy = (raw: string) => parsePolicy(raw, 'header', 'enforce')

test('splits fields at commas into policies, and policies at semicolons into directives', () => {
  const { policies } = parseCsp(header("default-src 'self'; img-src *, script-src 'none'", "object-src 'none'"))
  assert.deepEqual(policies.map(names), [['default-src', 'img-src'], ['script-src'], ['object-src']])
})

test('keeps the first of a repeated directive, in any case, and drops empty pieces and empty policies', () => {
  const { policies } = parseCsp(header(" ;; SCRIPT-SRC 'self';script-src *; , ;;"))
  assert.equal(policies.length, 1)
  assert.deepEqual(policies[0]!.repeated, ['script-src'])
  assert.deepEqual(policies[0]!.directives[0]!.tokens, ["'self'"])
})

test('ignores a directive that is not ASCII', () => {
  const parsed = policy("script-src ‘self’; object-src 'none'")
  assert.deepEqual(names(parsed), ['object-src'])
  assert.deepEqual(parsed.not_ascii, ['script-src ‘self’'])
})

test('tells report-only from enforced', () => {
  const csp = parseCsp([['content-security-policy-report-only', "script-src 'none'"]])
  assert.equal(csp.policies[0]!.disposition, 'report')
  assert.deepEqual(enforced(csp), [])
})

test('reads <meta> in the head as one policy without the directives that it may not carry', () => {
  const csp = parseCsp(
    [],
    `<!doctype html><html><head><title>t</title>
     <meta http-equiv=content-security-policy content="script-src 'self'; frame-ancestors 'none'; report-uri /r">`,
  )
  assert.deepEqual(csp.policies.map(names), [['script-src']])
  assert.deepEqual(csp.policies[0]!.not_for_meta, ['frame-ancestors', 'report-uri'])
  assert.equal(enforced(csp).length, 1)
})

test('ignores <meta> in the body, in comments, in scripts, in templates, and Report-Only', () => {
  const meta = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`
  assert.deepEqual(enforced(parseCsp([], `<body>${meta}</body>`)), [])
  assert.deepEqual(enforced(parseCsp([], `<div>Hello</div>${meta}`)), [])
  assert.deepEqual(enforced(parseCsp([], `Hello${meta}`)), [])
  assert.deepEqual(enforced(parseCsp([], `<template>${meta}</template>`)), [])
  assert.deepEqual(parseCsp([], `<!-- ${meta} -->`).policies, [])
  assert.deepEqual(parseCsp([], `<script>x = '${meta}'</script>`).policies, [])
  const reportOnly = parseCsp([], meta.replace('Policy"', 'Policy-Report-Only"'))
  assert.deepEqual(enforced(reportOnly), [])
  assert.equal(reportOnly.policies[0]!.ignored, true)
})

test('reads a <meta> between head and body, which the tree builder moves into the head', () => {
  const csp = parseCsp([], `<html><head></head><meta http-equiv="content-security-policy" content="img-src *"><body>`)
  assert.equal(enforced(csp).length, 1)
})

test('follows the fallback chains', () => {
  const parsed = policy("default-src 'none'; script-src 'self'; child-src https:")
  assert.equal(governing(parsed, 'script-src-elem')?.name, 'script-src')
  assert.equal(governing(parsed, 'style-src-attr')?.name, 'default-src')
  assert.equal(governing(parsed, 'frame-src')?.name, 'child-src')
  assert.equal(governing(parsed, 'worker-src')?.name, 'child-src')
  assert.equal(governing(parsed, 'base-uri'), null)
  assert.equal(governing(parsed, 'frame-ancestors'), null)
  assert.equal(governing(policy('img-src *'), 'script-src'), null)
})

test('collects what governs over all enforced policies', () => {
  const csp = parseCsp([...header("script-src 'self'", 'img-src *', 'default-src https:')])
  assert.deepEqual(
    governingAll(csp, 'script-src').map(({ name }) => name),
    ['script-src', 'default-src'],
  )
})

const KINDS: [token: string, kind: string, detail?: object][] = [
  ["'self'", 'keyword', { name: 'self' }],
  ["'Unsafe-Inline'", 'keyword', { name: 'unsafe-inline' }],
  ["'none'", 'none'],
  ["'nonce-r4nd0m+/-_='", 'nonce', { value: 'r4nd0m+/-_=' }],
  ["'nonce-'", 'invalid'],
  ["'nonce-{{nonce}}'", 'invalid'],
  ["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='", 'hash', { algorithm: 'sha256' }],
  ["'SHA512-abc'", 'hash', { algorithm: 'sha512' }],
  ["'md5-abc'", 'invalid'],
  ["'unsafe-everything'", 'invalid'],
  ["'self", 'invalid'],
  ['https:', 'scheme', { scheme: 'https' }],
  ['DATA:', 'scheme', { scheme: 'data' }],
  ['*', 'host', { host: '*', wildcard: true, scheme: null, port: null }],
  ['https://*', 'host', { host: '*', scheme: 'https' }],
  ['*.Example.com', 'host', { host: 'example.com', wildcard: true }],
  ['example.com:*', 'host', { port: '*' }],
  ['https://example.com:8443/js/', 'host', { scheme: 'https', port: '8443', path: '/js/' }],
  ['localhost:3000', 'host', { host: 'localhost', port: '3000' }],
  ['self', 'host', { host: 'self' }],
  ['my_cdn.example.com', 'host'],
  ['example.com?x=1', 'invalid'],
  ['*example.com', 'invalid'],
  ['https://', 'invalid'],
  ['"self"', 'invalid'],
]
for (const [token, kind, detail = {}] of KINDS) {
  test(`source ${token} is ${kind}`, () => assert.partialDeepStrictEqual(parseSource(token), { kind, ...detail }))
}

test("'unsafe-inline' counts only without nonce, hash or 'strict-dynamic'", () => {
  const sources = (raw: string) => policy(`script-src ${raw}`).directives[0]!.sources
  assert.equal(allowsAllInline(sources("'self' 'unsafe-inline'"), 'script'), true)
  assert.equal(allowsAllInline(sources("'unsafe-inline' 'nonce-abc'"), 'script'), false)
  assert.equal(allowsAllInline(sources("'unsafe-inline' 'sha256-abc='"), 'style'), false)
  assert.equal(allowsAllInline(sources("'unsafe-inline' 'strict-dynamic'"), 'script'), false)
  assert.equal(allowsAllInline(sources("'unsafe-inline' 'strict-dynamic'"), 'style'), true)
  assert.equal(allowsNothing(sources('')), true)
  assert.equal(allowsNothing(sources("'none' 'report-sample'")), true)
  assert.equal(allowsNothing(sources("'none' https:")), false)
})

const MATCHES: [sources: string, url: string, allowed: boolean][] = [
  ['example.com', 'https://example.com/a.js', true],
  ['example.com', 'http://example.com/a.js', false],
  ['http://example.com', 'https://example.com/a.js', true],
  ['*.example.com', 'https://example.com/', false],
  ['*.example.com', 'https://a.b.example.com/', true],
  ['example.com/js/', 'https://example.com/js/a.js', true],
  ['example.com/js', 'https://example.com/js/a.js', false],
  ['example.com:8443', 'https://example.com/', false],
  ['https:', 'https://anything.test/', true],
  ['*', 'https://anything.test/', true],
  ['*', 'data:text/javascript,1', false],
  ["'self'", 'https://site.test/x', true],
  ["'self'", 'https://www.site.test/x', false],
]
for (const [sources, url, allowed] of MATCHES) {
  test(`${sources} ${allowed ? 'allows' : 'blocks'} ${url}`, () => {
    const { sources: list } = policy(`script-src ${sources}`).directives[0]!
    assert.equal(allowsUrl(list, new URL(url), new URL('https://site.test/')), allowed)
  })
}
