import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './nonce-weak.ts'

const csp = (value: string) => ({ page: page({ headers: { 'Content-Security-Policy': value } }) })

testCheck(check, {
  fires: [
    { name: 'from a tutorial', evidence: csp("script-src 'nonce-r4nd0m'"), outcome: 'known' },
    {
      name: 'eight characters',
      evidence: csp("script-src 'nonce-Zm9vYmFy'"),
      outcome: 'guessable',
      seen: "'nonce-Zm9vYmFy'",
    },
    { name: 'a counter', evidence: csp("script-src 'nonce-1700000000'"), outcome: 'guessable' },
    {
      name: '64 bits in hex',
      evidence: csp("script-src 'nonce-9f86d081884c7d65'; style-src 'nonce-9f86d081884c7d65'"),
      outcome: 'short',
    },
  ],
  silent: [
    { name: '16 bytes in Base64', evidence: csp("script-src 'nonce-4AEemGb0xJptoIGFP3Nd2g=='"), verdict: 'pass' },
    { name: '16 bytes in hex', evidence: csp("script-src 'nonce-9f86d081884c7d659a2feaa0c55ad015'"), verdict: 'pass' },
    { name: 'a UUID', evidence: csp("script-src 'nonce-2b6f0cc9-04d1-4be3-9e7e-0a0e4b3c7f11'"), verdict: 'pass' },
    { name: 'no nonce', evidence: csp("script-src 'self'"), verdict: 'skip' },
  ],
})
