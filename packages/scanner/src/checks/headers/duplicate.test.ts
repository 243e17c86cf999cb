import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './duplicate.ts'

const sends = (headers: Record<string, string[]>) => ({ page: page({ headers }) })

testCheck(check, {
  fires: [
    {
      name: 'two HSTS policies',
      evidence: sends({ 'Strict-Transport-Security': ['max-age=0', 'max-age=31536000'] }),
      outcome: 'conflicting',
      seen: 'max-age=0\nmax-age=31536000',
    },
    {
      name: 'DENY and SAMEORIGIN',
      evidence: sends({ 'X-Frame-Options': ['DENY', 'SAMEORIGIN'] }),
      outcome: 'conflicting',
    },
    {
      name: 'two allowed origins',
      evidence: sends({ 'Access-Control-Allow-Origin': ['*', 'https://a.test'] }),
      outcome: 'conflicting',
    },
    {
      name: 'two headers twice',
      evidence: sends({
        'X-Frame-Options': ['DENY', 'ALLOWALL'],
        'Content-Type': ['text/html; charset=utf-8', 'text/plain'],
      }),
      outcome: ['conflicting', 'conflicting'],
    },
  ],
  silent: [
    {
      name: 'each once',
      evidence: sends({ 'X-Frame-Options': ['DENY'], 'Strict-Transport-Security': ['max-age=1'] }),
      verdict: 'pass',
    },
    { name: 'the same twice', evidence: sends({ 'X-Frame-Options': ['SAMEORIGIN', 'sameorigin'] }), verdict: 'pass' },
    {
      name: 'the same with other spaces',
      evidence: sends({ 'Strict-Transport-Security': ['max-age=1; includeSubDomains', 'max-age=1;includeSubdomains'] }),
      verdict: 'pass',
    },
    {
      name: 'many cookies and policies',
      evidence: sends({
        'Set-Cookie': ['a=1', 'b=2'],
        'Content-Security-Policy': ["default-src 'self'", "img-src 'none'"],
      }),
      verdict: 'pass',
    },
  ],
})
