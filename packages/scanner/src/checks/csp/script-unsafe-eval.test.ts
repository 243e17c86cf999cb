import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './script-unsafe-eval.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'in script-src', evidence: csp("script-src 'self' 'unsafe-eval'"), outcome: 'allowed' },
    {
      name: 'in default-src, beside a nonce',
      evidence: csp("default-src 'nonce-c2VjcmV0' 'unsafe-eval'"),
      outcome: 'allowed',
    },
  ],
  silent: [
    { name: 'not there', evidence: csp("script-src 'self'"), verdict: 'pass' },
    { name: 'WebAssembly only', evidence: csp("script-src 'self' 'wasm-unsafe-eval'"), verdict: 'pass' },
    {
      name: 'in script-src-elem, which does not govern eval',
      evidence: csp("script-src 'self'; script-src-elem 'unsafe-eval'"),
      verdict: 'pass',
    },
    { name: 'without quotes it is a host', evidence: csp("script-src 'self' unsafe-eval"), verdict: 'pass' },
    {
      name: 'one of two policies forbids it',
      evidence: csp("script-src 'unsafe-eval', script-src 'self'"),
      verdict: 'pass',
    },
    { name: 'scripts not governed', evidence: csp('img-src *'), verdict: 'skip' },
  ],
})
