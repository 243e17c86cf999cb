import { test } from 'node:test'
import fc from 'fast-check'
import { cookiesOf } from '../src/derive/cookies.ts'
import { parseCsp } from '../src/derive/csp.ts'
import { findErrorLeaks } from '../src/derive/error-leaks.ts'
import { parseJwt } from '../src/derive/jwt.ts'
import { policyElements } from '../src/derive/policy-file.ts'
import { proseOf } from '../src/derive/prose.ts'
import { findSecrets } from '../src/derive/secrets.ts'
import { serializedKind } from '../src/derive/serialized.ts'
import { readViewState } from '../src/derive/viewstate.ts'
import { exchange } from './evidence.ts'

/** Pieces that parsers look for, in any order, between anything else. */
const PIECES = `; , = ' " : // . * % - ; Secure|Domain=|Expires=Wed, 99 Feb 99999|SameSite=|__Host-|script-src|'nonce-|'self'|https://|
  <meta http-equiv="content-security-policy" content="|<head>|</|<!--|<template>|<pre>|-----BEGIN PRIVATE KEY-----|eyJ|AKIA|/wEP|rO0AB|O:4:"`
const hostile = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...PIECES.split(/[|\s]+/))), { maxLength: 40 })
  .map((parts) => parts.join(''))

const PARSERS: Record<string, (text: string) => unknown> = {
  parseCsp: (text) => parseCsp([['Content-Security-Policy', text]], text),
  cookiesOf: (text) => cookiesOf([exchange({ headers: { 'Set-Cookie': [text, `a=b; ${text}`] } })]),
  parseJwt,
  policyElements: (text) => policyElements(text, 'cross-domain-policy'),
  proseOf,
  findSecrets,
  serializedKind,
  readViewState: (text) => readViewState(Buffer.from(`\u00ff\u0001${text}`, 'latin1').toString('base64')),
  findErrorLeaks: (text) => findErrorLeaks(exchange({ body: text, status: 500 })),
}

for (const [name, parse] of Object.entries(PARSERS)) {
  test(`${name} never throws, whatever the target sends`, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        parse(text)
      }),
      { numRuns: 300 },
    )
  })
}
