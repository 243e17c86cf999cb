import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './script-wildcard.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'star', evidence: csp('script-src *'), outcome: 'any_host' },
    { name: 'https:', evidence: csp("default-src 'self' https:"), outcome: 'any_host' },
    { name: 'https://*', evidence: csp('script-src https://*:*'), outcome: 'any_host' },
    { name: 'data:', evidence: csp("script-src 'self' data:"), outcome: 'data' },
    { name: 'hosting space for everyone', evidence: csp('script-src *.herokuapp.com'), outcome: 'shared_suffix' },
    { name: 'a whole top-level domain', evidence: csp('script-src https://*.com'), outcome: 'shared_suffix' },
    { name: 'blob:', evidence: csp("script-src 'self' blob:"), outcome: 'blob' },
    { name: 'both of two policies', evidence: csp('script-src https:', 'default-src *'), outcome: 'any_host' },
    {
      name: 'a nonce does not switch off hosts',
      evidence: csp("script-src 'nonce-c2VjcmV0' https:"),
      outcome: 'any_host',
    },
  ],
  silent: [
    { name: 'own origin', evidence: csp("script-src 'self'"), verdict: 'pass' },
    { name: 'a wildcard below one owner', evidence: csp('script-src *.example.com'), verdict: 'pass' },
    {
      name: 'the fallback for browsers without strict-dynamic',
      evidence: csp("script-src 'strict-dynamic' 'nonce-c2VjcmV0' https: http: 'unsafe-inline'"),
      verdict: 'pass',
    },
    { name: 'one of two policies is narrow', evidence: csp("script-src *, script-src 'self'"), verdict: 'pass' },
    { name: 'star for images', evidence: csp("default-src 'self'; img-src * data:"), verdict: 'pass' },
    { name: 'script-src-elem is narrow', evidence: csp("script-src *; script-src-elem 'self'"), verdict: 'pass' },
    { name: 'blob: for workers', evidence: csp("script-src 'self'; worker-src blob:"), verdict: 'pass' },
    { name: 'a host that is called data', evidence: csp('script-src data'), verdict: 'pass' },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
