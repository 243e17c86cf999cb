import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './cache-control.ts'

const COOKIE = 'PHPSESSID=n4v8k2q9x7c1m5z3b6t0r8w2y4; path=/; HttpOnly'
const session = (cache: string, more: Record<string, string> = {}) => ({
  page: page({ headers: { 'Set-Cookie': COOKIE, 'Cache-Control': cache, ...more } }),
})
const logIn = (cache: string) => ({
  page: page({ headers: { 'Cache-Control': cache }, body: '<input type=password>' }),
})

testCheck(check, {
  fires: [
    {
      name: 'a session made public',
      evidence: session('public, max-age=3600'),
      outcome: 'session',
      seen: 'public, max-age=3600',
    },
    { name: 'max-age alone is for shared caches too', evidence: session('max-age=600'), outcome: 'session' },
    { name: 's-maxage beats max-age=0', evidence: session('max-age=0, s-maxage=60'), outcome: 'session' },
    { name: 'private for one field only', evidence: session('private="x-user", max-age=60'), outcome: 'session' },
    { name: 'a public log-in page', evidence: logIn('public, max-age=60'), outcome: 'log_in' },
  ],
  silent: [
    { name: 'no-store', evidence: session('no-store'), verdict: 'pass' },
    { name: 'PHP’s own words', evidence: session('no-store, no-cache, must-revalidate'), verdict: 'pass' },
    { name: 'private', evidence: session('Private, max-age=600'), verdict: 'pass' },
    { name: 'nothing said', evidence: { page: page({ headers: { 'Set-Cookie': COOKIE } }) }, verdict: 'pass' },
    {
      name: 'varies by cookie',
      evidence: session('public, max-age=60', { Vary: 'Accept-Encoding, Cookie' }),
      verdict: 'pass',
    },
    { name: 'public but stale at once', evidence: session('public, max-age=0'), verdict: 'pass' },
    { name: 'a private log-in page', evidence: logIn('no-cache'), verdict: 'pass' },
    {
      name: 'a public page without either',
      evidence: { page: page({ headers: { 'Cache-Control': 'public, max-age=60' } }) },
      verdict: 'skip',
    },
    {
      name: 'a harmless cookie',
      evidence: { page: page({ headers: { 'Set-Cookie': 'lang=en', 'Cache-Control': 'public' } }) },
      verdict: 'skip',
    },
  ],
})
