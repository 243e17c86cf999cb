import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './x-frame-options.ts'

const sends = (headers: Record<string, string | string[]>, body = '<!doctype html>') => ({
  page: page({ headers, body }),
})
const xfo = (...values: string[]) => sends({ 'X-Frame-Options': values })
const csp = (value: string, more = {}) => sends({ 'Content-Security-Policy': value, ...more })

testCheck(check, {
  fires: [
    { name: 'nothing sent', evidence: sends({}), outcome: 'missing' },
    { name: 'a policy without frame-ancestors', evidence: csp("default-src 'none'"), outcome: 'missing' },
    {
      name: 'only reported',
      evidence: sends({ 'Content-Security-Policy-Report-Only': "frame-ancestors 'none'" }),
      outcome: 'missing',
    },
    {
      name: 'frame-ancestors in a meta is ignored',
      evidence: sends({}, `<meta http-equiv=content-security-policy content="frame-ancestors 'none'">`),
      outcome: 'missing',
    },
    {
      name: 'a meta X-Frame-Options is ignored',
      evidence: sends({}, '<meta http-equiv=X-Frame-Options content=DENY>'),
      outcome: 'missing',
    },
    {
      name: 'ALLOW-FROM',
      evidence: xfo('ALLOW-FROM https://partner.test/'),
      outcome: 'ignored',
      seen: 'ALLOW-FROM https://partner.test/',
    },
    { name: 'ALLOWALL', evidence: xfo('ALLOWALL'), outcome: 'ignored' },
    { name: 'semicolon', evidence: xfo('SAMEORIGIN;'), outcome: 'ignored' },
    { name: 'empty', evidence: xfo(''), outcome: 'ignored' },
    { name: 'any host', evidence: csp('frame-ancestors *'), outcome: 'open', seen: 'frame-ancestors *' },
    {
      name: 'any secure host beats DENY',
      evidence: csp("frame-ancestors 'self' https:", { 'X-Frame-Options': 'DENY' }),
      outcome: 'open',
    },
  ],
  silent: [
    { name: 'DENY', evidence: xfo('DENY'), verdict: 'pass' },
    { name: 'any case', evidence: xfo('SameOrigin'), verdict: 'pass' },
    { name: 'twice the same, as proxies do', evidence: xfo('SAMEORIGIN', 'SAMEORIGIN'), verdict: 'pass' },
    { name: 'a contradiction denies', evidence: xfo('DENY', 'SAMEORIGIN'), verdict: 'pass' },
    {
      name: 'a contradiction with rubbish denies',
      evidence: xfo('SAMEORIGIN, ALLOW-FROM https://a.test'),
      verdict: 'pass',
    },
    { name: 'none', evidence: csp("frame-ancestors 'none'"), verdict: 'pass' },
    { name: 'an empty list is none', evidence: csp('frame-ancestors'), verdict: 'pass' },
    { name: 'named hosts', evidence: csp('frame-ancestors https://*.partner.test'), verdict: 'pass' },
    {
      name: 'ALLOW-FROM with its modern twin',
      evidence: csp('frame-ancestors https://partner.test', { 'X-Frame-Options': 'ALLOW-FROM https://partner.test' }),
      verdict: 'pass',
    },
    {
      name: 'two policies, one of them closed',
      evidence: csp("frame-ancestors *, frame-ancestors 'self'"),
      verdict: 'pass',
    },
    { name: 'JSON', evidence: sends({ 'Content-Type': 'application/json' }), verdict: 'skip' },
  ],
})
