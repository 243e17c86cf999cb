import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handshakes, silent, speaks } from '../../test/handshakes.ts'
import { intermediate, leaf, tls } from '../../test/tls.ts'
import type { TlsEvidence } from '../evidence.ts'
import type { HandshakesEvidence } from '../net/handshake/evidence.ts'
import { parseCertificates } from './certificates.ts'
import { parseHsts } from './hsts.ts'
import { gradeTls, type TlsGrade } from './tls_grade.ts'

const AEAD = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'
const CBC = 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'
const dh = (bits: number) => [{ bits, prime_sha256: 'ab', generator: '02', reused: false }]
const tls12 = (...names: string[]) => ({ versions: { 'TLSv1.2': speaks(names) } })

function grade(
  more: Parameters<typeof handshakes>[0] = {},
  evidence: TlsEvidence = tls(),
  hsts: string[] = [],
): TlsGrade {
  const given: HandshakesEvidence = handshakes(more)
  return gradeTls({
    tls: evidence,
    handshakes: given,
    certificates: parseCertificates(evidence),
    hsts: parseHsts(hsts),
  })
}

/** What the server shows, the grade, and the first reason. */
const CASES: readonly [string, Parameters<typeof handshakes>[0], string, string | undefined][] = [
  ['TLS 1.2 and 1.3, strong suites', {}, 'A', undefined],
  ['no TLS 1.3', { versions: { 'TLSv1.3': silent } }, 'A-', 'no TLS 1.3'],
  ['TLS 1.0 too', { versions: { TLSv1: speaks([CBC]) } }, 'B', 'TLS 1.0 or 1.1'],
  [
    'no forward secrecy',
    { versions: { 'TLSv1.2': speaks(['TLS_RSA_WITH_AES_128_GCM_SHA256']), 'TLSv1.3': silent } },
    'B',
    'no forward secrecy',
  ],
  ['CBC only', { versions: { 'TLSv1.2': speaks([CBC]), 'TLSv1.3': silent } }, 'B', 'no authenticated encryption'],
  ['RC4 in TLS 1.0', { versions: { TLSv1: speaks(['TLS_RSA_WITH_RC4_128_SHA']) } }, 'B', 'RC4'],
  ['RC4 in TLS 1.2', tls12(AEAD, 'TLS_RSA_WITH_RC4_128_SHA'), 'C', 'RC4 in TLS 1.1 or newer'],
  ['3DES in TLS 1.2', tls12(AEAD, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'), 'C', 'blocks of 64 bits in TLS 1.1 or newer'],
  ['SSL 3.0', { versions: { SSLv3: speaks([CBC]) } }, 'C', 'SSL 3.0 (POODLE)'],
  ['TLS 1.0 only', { versions: { TLSv1: speaks([CBC]), 'TLSv1.2': silent, 'TLSv1.3': silent } }, 'C', 'no TLS 1.2'],
  ['1024-bit Diffie-Hellman', { dh: dh(1_024) }, 'B', 'Diffie-Hellman below 2048 bits'],
  ['512-bit Diffie-Hellman', { dh: dh(512) }, 'F', 'Diffie-Hellman below 1024 bits'],
  ['SSL 2.0', { ssl2: { kinds: ['SSL_CK_RC4_128_WITH_MD5'] } }, 'F', 'SSL 2.0 (DROWN)'],
  ['export', tls12(AEAD, 'TLS_RSA_EXPORT_WITH_RC4_40_MD5'), 'F', 'export ciphers'],
  ['anonymous', tls12(AEAD, 'TLS_DH_anon_WITH_AES_128_CBC_SHA'), 'F', 'anonymous ciphers'],
  ['NULL', tls12(AEAD, 'TLS_RSA_WITH_NULL_SHA256'), 'F', 'ciphers without encryption'],
  ['Heartbleed', { heartbleed: 'vulnerable' }, 'F', 'Heartbleed'],
  ['a weak ROBOT', { robot: 'weak' }, 'F', 'ROBOT'],
]

for (const [name, more, letter, first] of CASES) {
  test(`graded as SSL Labs would: ${name}`, () => {
    const { grade: given, because } = grade(more)
    assert.deepEqual([given, because[0]], [letter, first])
  })
}

test('the score is 30% protocols, 30% key exchange, 40% ciphers', () => {
  const { score, parts } = grade()
  assert.deepEqual(parts, { protocols: 100, key_exchange: 90, ciphers: 90 })
  assert.equal(score, 93)
  assert.deepEqual(grade({ versions: { TLSv1: speaks([CBC]) } }).parts, {
    protocols: 95,
    key_exchange: 90,
    ciphers: 90,
  })
})

test('half a year of HSTS makes an A an A+, and nothing else better', () => {
  assert.equal(grade({}, tls(), ['max-age=31536000']).grade, 'A+')
  assert.equal(grade({}, tls(), ['max-age=600']).grade, 'A')
  assert.equal(grade({ versions: { 'TLSv1.3': silent } }, tls(), ['max-age=31536000']).grade, 'A-')
})

test('a certificate that is not trusted is T, one for another host M, whatever the rest', () => {
  assert.equal(grade({}, tls([leaf()], { trust_error: 'DEPTH_ZERO_SELF_SIGNED_CERT' })).grade, 'T')
  const other = tls([leaf({ names: ['other.test'], issuer: intermediate }), intermediate])
  assert.equal(grade({ heartbleed: 'vulnerable' }, other).grade, 'M')
})
