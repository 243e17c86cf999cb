import { testCheck } from '../../../test/check-table.ts'
import { exchange, page, target } from '../../../test/evidence.ts'
import check from './https.ts'

const plain = page({ url: 'http://site.test/' })

testCheck(check, {
  fires: [
    { name: 'plain HTTP', evidence: { page: plain }, outcome: 'missing' },
    {
      name: 'loopback is judged as any site',
      evidence: { page: page({ url: 'http://127.0.0.1:8080/' }) },
      outcome: 'missing',
    },
    {
      name: 'HTTPS only on a port of its own',
      evidence: { page: page({ url: 'http://site.test:443/' }) },
      outcome: 'missing',
    },
  ],
  silent: [
    { name: 'HTTPS', evidence: { page: page() }, verdict: 'pass' },
    { name: 'HTTPS on another port', evidence: { page: page({ url: 'https://site.test:8443/' }) }, verdict: 'pass' },
    {
      name: 'asked for plain, led to HTTPS',
      evidence: {
        target: target('http://site.test/'),
        page: { ...page(), redirects: [exchange({ url: 'http://site.test/', status: 301 }), exchange()] },
      },
      verdict: 'pass',
    },
    {
      name: 'led away from HTTPS is the downgrade check’s',
      evidence: { target: target('https://site.test/'), page: plain },
      verdict: 'pass',
    },
  ],
})
