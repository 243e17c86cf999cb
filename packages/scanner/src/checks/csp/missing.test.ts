import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './missing.ts'

const headers = (record: Record<string, string | string[]>) => ({ page: page({ headers: record }) })

testCheck(check, {
  fires: [
    { name: 'no policy', evidence: { page: page() }, outcome: 'missing' },
    { name: 'empty header', evidence: headers({ 'Content-Security-Policy': ' ; ' }), outcome: 'missing' },
    {
      name: 'the old prefixed name',
      evidence: headers({ 'X-Content-Security-Policy': "script-src 'self'" }),
      outcome: 'missing',
    },
    {
      name: 'a policy in the body of the page',
      evidence: {
        page: page({ body: `<body><meta http-equiv="Content-Security-Policy" content="default-src 'self'"></body>` }),
      },
      outcome: 'missing',
    },
  ],
  silent: [
    { name: 'header', evidence: headers({ 'content-security-policy': "default-src 'self'" }), verdict: 'pass' },
    {
      name: 'meta',
      evidence: {
        page: page({ body: `<head><meta http-equiv="Content-Security-Policy" content="default-src 'self'"></head>` }),
      },
      verdict: 'pass',
    },
    {
      name: 'report-only, which another check judges',
      evidence: headers({ 'Content-Security-Policy-Report-Only': "default-src 'self'" }),
      verdict: 'skip',
    },
    { name: 'JSON', evidence: headers({ 'Content-Type': 'application/json' }), verdict: 'skip' },
  ],
})
