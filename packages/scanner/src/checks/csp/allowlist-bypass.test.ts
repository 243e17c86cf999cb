import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './allowlist-bypass.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    {
      name: 'a host with callbacks',
      evidence: csp("script-src 'self' https://accounts.google.com"),
      outcome: 'callback',
      seen: 'https://accounts.google.com',
    },
    { name: 'a wildcard above such a host', evidence: csp('script-src *.doubleclick.net'), outcome: 'callback' },
    { name: 'a library host', evidence: csp('script-src cdnjs.cloudflare.com'), outcome: 'angular' },
    {
      name: 'a folder with AngularJS in it',
      evidence: csp('script-src cdnjs.cloudflare.com/ajax/libs/'),
      outcome: 'angular',
    },
    { name: 'a mirror of all npm', evidence: csp('default-src https://unpkg.com'), outcome: 'anyone' },
    {
      name: 'a tag manager with eval',
      evidence: csp("script-src 'unsafe-eval' www.googletagmanager.com"),
      outcome: 'callback',
    },
    {
      name: 'several, each its own',
      evidence: csp('script-src unpkg.com cdn.jsdelivr.net'),
      outcome: ['anyone', 'anyone'],
    },
  ],
  silent: [
    { name: 'own origin', evidence: csp("script-src 'self'"), verdict: 'pass' },
    { name: 'a tag manager without eval', evidence: csp('script-src www.googletagmanager.com'), verdict: 'pass' },
    {
      name: 'the exact file',
      evidence: csp('script-src https://cdn.jsdelivr.net/npm/jquery@3.7.1/dist/jquery.min.js'),
      verdict: 'pass',
    },
    {
      name: 'ignored beside strict-dynamic',
      evidence: csp("script-src unpkg.com 'strict-dynamic' 'nonce-c2VjcmV0'"),
      verdict: 'pass',
    },
    {
      name: 'a second policy without the host',
      evidence: csp("script-src unpkg.com, script-src 'self'"),
      verdict: 'pass',
    },
    { name: 'for styles only', evidence: csp("script-src 'self'; style-src unpkg.com"), verdict: 'pass' },
    { name: 'a name that only ends alike', evidence: csp('script-src notunpkg.com'), verdict: 'pass' },
    { name: 'star, which another check judges', evidence: csp('script-src *'), verdict: 'pass' },
    { name: 'inline is allowed anyway', evidence: csp("script-src 'unsafe-inline' unpkg.com"), verdict: 'skip' },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
