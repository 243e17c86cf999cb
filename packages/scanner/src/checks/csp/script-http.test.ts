import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './script-http.ts'

const csp = (value: string, url = 'https://site.test/') => ({
  page: page({ url, headers: { 'Content-Security-Policy': value } }),
})

testCheck(check, {
  fires: [
    {
      name: 'on a plain page',
      evidence: csp('script-src http://cdn.example.com', 'http://site.test/'),
      outcome: 'plain_page',
    },
    { name: 'on a secure page', evidence: csp("default-src 'self' http://cdn.example.com:80"), outcome: 'secure_page' },
  ],
  silent: [
    { name: 'https', evidence: csp('script-src https://cdn.example.com'), verdict: 'pass' },
    { name: 'no scheme', evidence: csp('script-src cdn.example.com'), verdict: 'pass' },
    { name: 'http for images', evidence: csp("default-src 'self'; img-src http://img.example.com"), verdict: 'pass' },
    {
      name: 'ignored',
      evidence: csp("script-src http://cdn.example.com 'strict-dynamic' 'nonce-c2VjcmV0'"),
      verdict: 'pass',
    },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
