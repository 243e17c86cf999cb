import { createHmac } from 'node:crypto'
import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './jwt.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function token(claims: object, secret: string, alg: 'HS256' | 'HS512' = 'HS256') {
  const signed = `${part({ alg, typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
    .update(signed)
    .digest('base64url')}`
}
const set = (value: string) => ({
  page: page({ headers: { 'Set-Cookie': `${value}; Secure; HttpOnly; SameSite=Lax` } }),
})
const GOOD = 'f3a9c4d1e8b75c6a9e0d4b2f7c1a8e5d'

testCheck(check, {
  fires: [
    { name: 'alg none', evidence: set(`auth=${part({ alg: 'none' })}.${part({ sub: '1' })}.`), outcome: 'alg_none' },
    { name: 'alg nOnE', evidence: set(`auth=${part({ alg: 'nOnE' })}.${part({ sub: '1' })}.`), outcome: 'alg_none' },
    {
      name: 'a secret from the lists',
      evidence: set(`auth=${token({ sub: '1', exp: 1 }, 'secret')}`),
      outcome: 'weak_secret',
    },
    {
      name: 'the same with HS512',
      evidence: set(`auth=${token({ exp: 1 }, 'changeme', 'HS512')}`),
      outcome: 'weak_secret',
    },
    { name: 'behind Bearer', evidence: set(`auth=Bearer%20${token({ exp: 1 }, 'secret')}`), outcome: 'weak_secret' },
    { name: 'no exp', evidence: set(`auth=${token({ sub: '1' }, GOOD)}`), outcome: 'no_expiry' },
  ],
  silent: [
    {
      name: 'signed in earnest',
      evidence: set(`auth=${token({ sub: '1', exp: 1_800_000_000 }, GOOD)}`),
      verdict: 'pass',
    },
    {
      name: 'RS256, which nobody can guess',
      evidence: set(`auth=${part({ alg: 'RS256' })}.${part({ exp: 1 })}.c2lnbmF0dXJl`),
      verdict: 'pass',
    },
    { name: 'an encrypted token has five parts', evidence: set('auth=eyJhbGciOiJkaXIifQ.a.b.c.d'), verdict: 'skip' },
    { name: 'a signed value of another kind', evidence: set('connect.sid=s%3Aabc.def.ghi'), verdict: 'skip' },
    { name: 'a version number', evidence: set('v=1.2.3'), verdict: 'skip' },
    { name: 'no cookie', evidence: { page: page() }, verdict: 'skip' },
  ],
})
