import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './basic-auth.ts'

const asked = (url: string, value: string) => ({
  page: page({ url, status: 401, headers: { 'WWW-Authenticate': value } }),
})

testCheck(check, {
  fires: [
    { name: 'Basic', evidence: asked('http://site.test/', 'Basic realm="x"'), outcome: 'basic' },
    { name: 'Digest', evidence: asked('http://site.test/', 'Digest realm="x", nonce="y"'), outcome: 'digest' },
  ],
  silent: [
    { name: 'over HTTPS', evidence: asked('https://site.test/', 'Basic realm="x"'), verdict: 'pass' },
    { name: 'by a ticket', evidence: asked('http://site.test/', 'Negotiate'), verdict: 'pass' },
    { name: 'not asked', evidence: { page: page({ url: 'http://site.test/' }) }, verdict: 'skip' },
  ],
})
