import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './syntax.ts'

const csp = (value: string) => ({ page: page({ headers: { 'Content-Security-Policy': value } }) })

testCheck(check, {
  fires: [
    {
      name: 'missing semicolon',
      evidence: csp("default-src 'self' script-src 'self' cdn.example.com; img-src *"),
      outcome: 'missing_semicolon',
      seen: "default-src 'self' script-src 'self' cdn.example.com",
    },
    { name: 'self without quotes', evidence: csp('default-src self'), outcome: 'unquoted' },
    { name: 'none without quotes', evidence: csp('object-src none'), outcome: 'unquoted' },
    { name: 'nonce without quotes', evidence: csp('script-src nonce-c2VjcmV0'), outcome: 'unquoted' },
    { name: 'double quotes', evidence: csp('script-src "self"'), outcome: 'unquoted' },
    {
      name: 'a placeholder that was never filled in',
      evidence: csp("script-src 'nonce-{{nonce}}'"),
      outcome: 'invalid_source',
    },
    { name: 'a host with a query', evidence: csp('img-src https://example.com/a?b=c'), outcome: 'invalid_source' },
    { name: "'none' beside a host", evidence: csp("frame-src 'none' https://example.com"), outcome: 'void_none' },
    { name: 'twice', evidence: csp("script-src *; script-src 'self'"), outcome: 'repeated', seen: 'script-src' },
    { name: 'misspelled', evidence: csp("scripts-src 'self'"), outcome: 'unknown' },
    { name: 'a property of every object', evidence: csp('constructor x'), outcome: 'unknown' },
    { name: 'typographic quotes', evidence: csp('script-src ‘self’; img-src *'), outcome: 'not_ascii' },
  ],
  silent: [
    {
      name: 'plain',
      evidence: csp("default-src 'self'; img-src * data:; script-src 'nonce-c2VjcmV0'"),
      verdict: 'pass',
    },
    { name: 'a trailing semicolon and double spaces', evidence: csp("default-src  'self' ;"), verdict: 'pass' },
    { name: 'capitals', evidence: csp("DEFAULT-SRC 'SELF' HTTPS:"), verdict: 'pass' },
    { name: 'custom scheme', evidence: csp('img-src ms-appx:'), verdict: 'pass' },
    { name: 'websockets', evidence: csp("connect-src 'self' wss://chat.example.com:*"), verdict: 'pass' },
    { name: 'no value', evidence: csp('object-src'), verdict: 'pass' },
    { name: 'a group name is no source', evidence: csp('default-src x.test; report-to self'), verdict: 'pass' },
    { name: 'sandbox tokens are no sources', evidence: csp('sandbox allow-scripts; img-src *'), verdict: 'pass' },
    { name: "'none' with 'report-sample'", evidence: csp("script-src 'none' 'report-sample'"), verdict: 'pass' },
    { name: 'deprecated, which another check judges', evidence: csp('block-all-mixed-content'), verdict: 'pass' },
    { name: 'a host called sandbox', evidence: csp('img-src sandbox webrtc'), verdict: 'pass' },
    {
      name: 'one directive in each of two policies',
      evidence: csp("script-src *, script-src 'self'"),
      verdict: 'pass',
    },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
