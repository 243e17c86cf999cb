import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchange } from '../../test/evidence.ts'
import { cookiesOf, roleOf, stored } from './cookies.ts'
import { cookieDate, parseSetCookie } from './set-cookie.ts'

const NOW = Date.UTC(2026, 0, 15)
const DAY = 86_400
const parse = (raw: string) => parseSetCookie(raw, NOW)
const from = (url: string, ...values: string[]) => cookiesOf([exchange({ url, headers: { 'Set-Cookie': values } })])

test('reads name, value and attributes in any case and spacing', () => {
  assert.partialDeepStrictEqual(
    parse('sid = a=b ;SECURE; httponly ; samesite=Strict;Path=/x; domain=.Site.TEST; Max-Age=60'),
    {
      name: 'sid',
      value: 'a=b',
      secure: true,
      http_only: true,
      same_site: 'strict',
      path: '/x',
      domain: 'site.test',
      lifetime: 60,
    },
  )
})

test('the last of an attribute wins, and what does not parse counts as absent', () => {
  assert.equal(parse('a=b; Max-Age=60; Max-Age=9')?.lifetime, 9)
  assert.equal(parse('a=b; Max-Age=60; Max-Age=x')?.lifetime, 60)
  assert.equal(parse('a=b; Max-Age=-1')?.lifetime, -1)
  assert.equal(parse('a=b; SameSite=Sometimes')?.same_site, 'invalid')
  assert.equal(parse('a=b; Path=x')?.path, null)
  assert.equal(parse('a=b; Domain=')?.domain, null)
  assert.equal(parse('a=b; Expires=soon')?.lifetime, null)
})

test('Max-Age goes before Expires', () => {
  assert.equal(parse('a=b; Max-Age=5; Expires=Thu, 01 Jan 1970 00:00:00 GMT')?.lifetime, 5)
})

test('a pair without "=" has no name; quotes belong to the value', () => {
  assert.partialDeepStrictEqual(parse('token; Secure'), { name: '', value: 'token', secure: true })
  assert.equal(parse('a="b c"')?.value, '"b c"')
})

test('throws away what browsers throw away', () => {
  assert.equal(parse('a=b\u0001c'), null)
  assert.equal(parse('=; Secure'), null)
  assert.equal(parse(`a=${'x'.repeat(4096)}`), null)
})

const DATES: [text: string, iso: string | null][] = [
  ['Wed, 21 Oct 2026 07:28:00 GMT', '2026-10-21T07:28:00.000Z'],
  ['Wednesday, 21-Oct-26 07:28:00 GMT', '2026-10-21T07:28:00.000Z'],
  ['Wed Oct 21 07:28:00 2026', '2026-10-21T07:28:00.000Z'],
  ['21 oct 70 7:8:9', '1970-10-21T07:08:09.000Z'],
  ['Fri, 31-Dec-9999 23:59:59 GMT', '9999-12-31T23:59:59.000Z'],
  ['Wed, 31 Feb 2026 07:28:00 GMT', null],
  ['Wed, 21 Oct 2026', null],
  ['Wed, 21 Oct 2026 25:28:00 GMT', null],
]
for (const [text, iso] of DATES) {
  test(`cookie date ${text}`, () => {
    const date = cookieDate(text)
    assert.equal(date === null ? null : new Date(date).toISOString(), iso)
  })
}

test('Expires counts from the time of the exchange', () => {
  const [cookie] = from('https://site.test/', 'a=b; Expires=Fri, 16 Jan 2026 00:00:00 GMT')
  assert.equal(cookie!.lifetime, DAY)
})

const REJECTED: [url: string, raw: string, reason: string | null][] = [
  ['https://site.test/', 'a=b; Domain=other.test', 'foreign_domain'],
  ['https://site.test/', 'a=b; Domain=www.site.test', 'foreign_domain'],
  ['https://www.site.test/', 'a=b; Domain=site.test', null],
  ['https://192.0.2.1/', 'a=b; Domain=0.2.1', 'foreign_domain'],
  ['https://me.github.io/', 'a=b; Domain=github.io', 'public_suffix'],
  ['http://site.test/', 'a=b; Secure', 'secure_over_http'],
  ['https://site.test/', 'a=b; SameSite=None', 'none_without_secure'],
  ['https://site.test/', '__Secure-a=b', 'secure_prefix'],
  ['https://site.test/', '__Host-a=b; Secure', 'host_prefix'],
  ['https://site.test/', '__Host-a=b; Secure; Path=/; Domain=site.test', 'host_prefix'],
  ['https://site.test/', '__host-a=b; Secure; Path=/', null],
  ['https://site.test/', 'a=b; Partitioned', 'partitioned'],
]
for (const [url, raw, reason] of REJECTED)
  test(`${raw} from ${url}: ${reason ?? 'stored'}`, () => assert.equal(from(url, raw)[0]!.rejected, reason))

test('a later cookie takes the place of an earlier one of the same name, domain and path only', () => {
  const redirect = exchange({
    url: 'https://site.test/',
    status: 302,
    headers: { 'Set-Cookie': ['a=1', 'a=2; Path=/x'] },
  })
  const end = exchange({ url: 'https://site.test/y', headers: { 'Set-Cookie': 'a=3; Secure' } })
  const cookies = cookiesOf([redirect, end])
  assert.deepEqual(
    cookies.map(({ value }) => value),
    ['2', '3'],
  )
  assert.equal(cookies[1]!.url, 'https://site.test/y')
})

test('deleted and rejected cookies are not stored', () => {
  assert.deepEqual(
    stored(from('https://site.test/', 'a=; Max-Age=0', 'b=c; SameSite=None', 'c=d')).map(({ name }) => name),
    ['c'],
  )
})

const TOKEN = 'q3Zt8Kx1Lw0sPb7VnR2y'
const ROLES: [name: string, value: string, role: string][] = [
  ['PHPSESSID', 'x', 'session'],
  ['__Host-session', 'x', 'session'],
  ['_myapp_session', 'x', 'session'],
  ['ASPSESSIONIDQCBTTRAD', 'x', 'session'],
  ['authToken', TOKEN, 'session'],
  ['my-sid', TOKEN, 'session'],
  ['session_count', '3', 'unknown'],
  ['session_start', '1700000000123456789', 'unknown'],
  ['presidents', TOKEN, 'unknown'],
  ['XSRF-TOKEN', TOKEN, 'csrf'],
  ['csrftoken', TOKEN, 'csrf'],
  ['__RequestVerificationToken_abc', TOKEN, 'csrf'],
  ['_ga', 'GA1.2.1.1', 'harmless'],
  ['AWSALBCORS', TOKEN, 'harmless'],
  ['lang', 'en', 'harmless'],
  ['user_language', 'en', 'harmless'],
  ['cookieconsent_status', 'allow', 'harmless'],
  ['cart', '12', 'unknown'],
]
for (const [name, value, role] of ROLES) test(`${name} is ${role}`, () => assert.equal(roleOf({ name, value }), role))
