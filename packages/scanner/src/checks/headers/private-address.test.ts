import { testCheck } from '../../../test/check-table.ts'
import { page, target } from '../../../test/evidence.ts'
import check from './private-address.ts'

const sends = (headers: Record<string, string>, url?: string) => ({ target: target(url), page: page({ headers, url }) })

testCheck(check, {
  fires: [
    {
      name: 'a back end',
      evidence: sends({ 'X-Backend': '10.0.12.7:8080' }),
      outcome: 'disclosed',
      seen: '10.0.12.7:8080',
    },
    {
      name: 'IIS without a host name',
      evidence: sends({ 'Content-Location': 'http://192.168.1.5/index.html' }),
      outcome: 'disclosed',
    },
    { name: 'in Via', evidence: sends({ Via: '1.1 172.16.3.4 (squid)' }), outcome: 'disclosed' },
    {
      name: 'in two headers',
      evidence: sends({ 'X-Host': '10.0.0.1', 'X-Upstream': 'a, 10.0.0.2' }),
      outcome: ['disclosed', 'disclosed'],
    },
  ],
  silent: [
    { name: 'none', evidence: sends({}), verdict: 'pass' },
    { name: 'a public address', evidence: sends({ 'X-Backend': '203.0.113.9' }), verdict: 'pass' },
    {
      name: 'a version of four numbers',
      evidence: sends({ Server: 'Product/10.0.0.1', 'X-AspNet-Version': '4.0.30319' }),
      verdict: 'pass',
    },
    {
      name: 'part of a name or longer number',
      evidence: sends({ 'X-Build': 'v10.0.0.1', 'X-Id': '1.10.0.0.1', 'X-Host': 'ip-10.0.0.1.ec2.internal' }),
      verdict: 'pass',
    },
    { name: 'numbers over 255', evidence: sends({ 'X-Backend': '10.0.0.999' }), verdict: 'pass' },
    {
      name: 'this machine, in a policy for developers',
      evidence: sends({ 'Content-Security-Policy': 'connect-src http://127.0.0.1:3000' }),
      verdict: 'pass',
    },
    {
      name: 'a site at a private address',
      evidence: sends({ Location: 'http://10.0.0.1/' }, 'http://10.0.0.1/'),
      verdict: 'skip',
    },
  ],
})
