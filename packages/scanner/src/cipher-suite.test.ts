import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SUITE_NAMES, suiteName, traitsOf } from './cipher-suite.ts'

/** Name, then key exchange, authentication, cipher, bits, block, mode, forward secrecy. */
const CASES: readonly [string, ...unknown[]][] = [
  ['TLS_AES_128_GCM_SHA256', 'tls13', 'any', 'AES', 128, 128, 'AEAD', true],
  ['TLS_CHACHA20_POLY1305_SHA256', 'tls13', 'any', 'CHACHA20', 256, null, 'AEAD', true],
  ['TLS_SHA256_SHA256', 'tls13', 'any', 'NULL', 0, null, 'none', true],
  ['TLS_GOSTR341112_256_WITH_KUZNYECHIK_MGM_L', 'tls13', 'any', 'KUZNYECHIK', 256, 128, 'AEAD', true],
  ['TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8', 'ECDHE', 'ECDSA', 'AES', 256, 128, 'AEAD', true],
  ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'ECDHE', 'RSA', 'AES', 256, 128, 'CBC', true],
  ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', 'RSA', 'RSA', '3DES', 112, 64, 'CBC', false],
  ['TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5', 'RSA', 'RSA', 'RC2', 40, 64, 'CBC', false],
  ['TLS_DHE_DSS_EXPORT1024_WITH_DES_CBC_SHA', 'DHE', 'DSS', 'DES', 56, 64, 'CBC', true],
  ['TLS_KRB5_EXPORT_WITH_DES_CBC_40_SHA', 'KRB5', 'other', 'DES40', 40, 64, 'CBC', false],
  ['TLS_RSA_WITH_RC4_128_MD5', 'RSA', 'RSA', 'RC4', 128, null, 'stream', false],
  ['TLS_DH_anon_WITH_SEED_CBC_SHA', 'DH', 'none', 'SEED', 128, 128, 'CBC', true],
  ['TLS_ECDH_ECDSA_WITH_NULL_SHA', 'ECDH', 'ECDSA', 'NULL', 0, null, 'none', false],
  ['TLS_SRP_SHA_RSA_WITH_AES_128_CBC_SHA', 'SRP', 'RSA', 'AES', 128, 128, 'CBC', false],
  ['TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256', 'DHE', 'PSK', 'CAMELLIA', 128, 128, 'AEAD', true],
  ['SSL_RSA_FIPS_WITH_DES_CBC_SHA', 'RSA', 'RSA', 'DES', 56, 64, 'CBC', false],
  ['TLS_GOSTR341001_WITH_28147_CNT_IMIT', 'other', 'other', '28147', 256, 64, 'stream', false],
]

for (const [name, ...expected] of CASES) {
  test(`the name says all: ${name}`, () => {
    assert.ok([...SUITE_NAMES.values()].includes(name), 'it is in the table')
    const { key_exchange, authentication, cipher, bits, block, mode, forward_secret } = traitsOf(name)
    assert.deepEqual([key_exchange, authentication, cipher, bits, block, mode, forward_secret], expected)
  })
}

test('the table has each number and each name once, and no signalling value', () => {
  assert.ok(SUITE_NAMES.size > 350)
  assert.equal(new Set(SUITE_NAMES.values()).size, SUITE_NAMES.size)
  assert.equal(suiteName(0xc02f), 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')
  assert.equal(suiteName(0x5600), '0x5600')
  assert.equal(suiteName(0x00ff), '0x00FF')
})

test('every suite of the table has traits', () => {
  for (const name of SUITE_NAMES.values()) {
    const { cipher, bits, mode } = traitsOf(name)
    assert.match(cipher, /\w/, name)
    assert.ok(bits > 0 || mode === 'none', name)
  }
})
