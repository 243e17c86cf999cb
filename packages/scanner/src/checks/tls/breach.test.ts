import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './breach.ts'

const FORM = '<form method="post"><input name="csrf" value="8fa3"></form>'
const sent = (coding: string, body = FORM, url = 'https://site.test/') => ({
  page: page({ url, headers: coding ? { 'Content-Encoding': coding } : {}, body }),
})

testCheck(check, {
  fires: [
    { name: 'gzip and a form', evidence: sent('gzip'), outcome: 'compressed', seen: 'gzip' },
    { name: 'Brotli and a form', evidence: sent('BR'), outcome: 'compressed', seen: 'br' },
  ],
  silent: [
    { name: 'not compressed', evidence: sent(''), verdict: 'pass' },
    { name: 'compressed, without a form', evidence: sent('gzip', '<p>Hello'), verdict: 'pass' },
    { name: 'identity', evidence: sent('identity'), verdict: 'pass' },
    { name: 'plain HTTP', evidence: sent('gzip', FORM, 'http://site.test/'), verdict: 'skip' },
  ],
})
