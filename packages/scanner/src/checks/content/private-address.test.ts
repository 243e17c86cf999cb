import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './private-address.ts'

const answer = (body: string, headers = {}) => ({ page: page({ body, headers }) })

testCheck(check, {
  fires: [
    {
      name: 'a header',
      evidence: answer('', { 'X-Backend': '10.1.2.3:8080' }),
      outcome: 'header',
      seen: 'X-Backend: 10.1.2.3:8080',
    },
    {
      name: 'a link',
      evidence: answer('<a href="http://192.168.1.20/x">x</a>'),
      outcome: 'body',
      seen: '192.168.1.20',
    },
    { name: 'JSON', evidence: answer('{"host":"10.0.0.7"}', { 'Content-Type': 'application/json' }), outcome: 'body' },
    { name: 'a sentence', evidence: answer('Served by 172.16.0.4.'), outcome: 'body' },
  ],
  silent: [
    { name: 'a public address', evidence: answer('Served by 203.0.113.9 and 172.32.0.1'), verdict: 'pass' },
    { name: 'a version', evidence: answer('version 10.0.0.12 and Chrome/10.0.648.204'), verdict: 'pass' },
    {
      name: 'part of a longer number',
      evidence: answer('1.10.0.0.1 10.0.0.1.5 10.0.0.1-beta v10.0.0.1'),
      verdict: 'pass',
    },
    { name: 'numbers above 255', evidence: answer('10.300.2.3'), verdict: 'pass' },
    { name: 'a lesson', evidence: answer('<p>Try <code>ping 192.168.0.1</code></p>'), verdict: 'pass' },
    { name: 'a drawing', evidence: answer('<path d="M10.5.2.1c10.2.3.4"/>'), verdict: 'pass' },
    {
      name: 'a site in the inner network',
      evidence: { page: page({ url: 'http://10.0.0.5/', body: 'at 10.0.0.5' }) },
      verdict: 'skip',
    },
  ],
})
