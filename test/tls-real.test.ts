import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { makeCertificate } from '../packages/scanner/test/certificates.ts'
import { testNet } from '../packages/scanner/test/net.ts'
import { startGnuTls, startOldJava, startOpenssl, type TlsTarget } from './targets/old-tls.ts'

const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs OpenSSL, GnuTLS and Java: npm run test:all'

const rsa = makeCertificate({ names: ['localhost'], key: { rsa: 2048 } })
const ec = makeCertificate({ names: ['localhost'] })

async function survey(t: TestContext, starting: Promise<TlsTarget>) {
  const { port, close } = await starting
  t.after(close)
  return testNet(t, `https://localhost:${port}`).handshakes('localhost', port)
}

const namesOf = (suites: readonly { name: string }[]) => suites.map(({ name }) => name)
/** None of the flaws that old software had; what is only weak is told by the suites. */
const SOUND = {
  heartbleed: 'safe',
  ccs_injection: 'safe',
  ticketbleed: 'safe',
  robot: 'safe',
  padding: 'safe',
} as const
const flawsOf = (found: Awaited<ReturnType<typeof survey>>) =>
  Object.fromEntries(Object.keys(SOUND).map((flaw) => [flaw, found[flaw as keyof typeof SOUND]]))

test('OpenSSL with all that it can still do', { skip }, async (t) => {
  const found = await survey(
    t,
    startOpenssl(rsa, ['-cipher', 'ALL:COMPLEMENTOFALL:@SECLEVEL=0', '-serverpref', '-client_renegotiation']),
  )
  const { versions, groups, dh, fallback, renegotiation, sessions } = found
  assert.deepEqual(
    Object.values(versions).map(({ accepted }) => accepted),
    [false, true, true, true, true],
  )
  assert.ok(versions['TLSv1.2'].suites.length >= 55, `${versions['TLSv1.2'].suites.length} suites`)
  for (const name of [
    'TLS_RSA_WITH_NULL_SHA256',
    'TLS_DH_anon_WITH_AES_256_GCM_SHA384',
    'TLS_DHE_RSA_WITH_AES_128_CCM_8',
  ]) {
    assert.ok(namesOf(versions['TLSv1.2'].suites).includes(name), name)
  }
  assert.equal(versions['TLSv1.2'].order, 'server')
  assert.ok(['x25519', 'secp256r1', 'x448', 'ffdhe8192'].every((group) => groups.tls13.includes(group)))
  assert.ok(dh.every(({ bits }) => bits >= 2_048) || dh.length > 1)
  assert.deepEqual([fallback, renegotiation, sessions.by_ticket], ['refused', 'accepted', true])
  assert.deepEqual(flawsOf(found), SOUND)
})

test('OpenSSL with a certificate for a curve, one version, and 512-bit Diffie-Hellman refused', { skip }, async (t) => {
  const { versions, groups, dh, features } = await survey(t, startOpenssl(ec, ['-tls1_2', '-groups', 'P-256']))
  assert.ok(namesOf(versions['TLSv1.2'].suites).every((name) => name.includes('ECDHE_ECDSA')))
  assert.deepEqual(groups, { tls13: [], other: ['secp256r1'] })
  assert.deepEqual([dh, features?.version], [[], 'TLSv1.2'])
})

test('GnuTLS with RC4, 3DES, NULL and anonymous suites', { skip }, async (t) => {
  const priority = 'NORMAL:+VERS-TLS1.0:+VERS-TLS1.1:+ARCFOUR-128:+3DES-CBC:+MD5:+ANON-ECDH:+ANON-DH:+NULL:%COMPAT'
  const found = await survey(t, startGnuTls(rsa, priority))
  const names = namesOf(found.versions['TLSv1.2'].suites)
  for (const name of [
    'TLS_RSA_WITH_RC4_128_MD5',
    'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
    'TLS_ECDH_anon_WITH_NULL_SHA',
    'TLS_DH_anon_WITH_AES_128_GCM_SHA256',
  ]) {
    assert.ok(names.includes(name), name)
  }
  assert.deepEqual([found.versions.TLSv1.accepted, found.versions['TLSv1.1'].accepted], [true, true])
  assert.deepEqual([found.sessions.by_id, found.sessions.by_ticket], [true, true])
  assert.deepEqual(flawsOf(found), SOUND)
})

test('Java with everything switched on that it once had', { skip }, async (t) => {
  const found = await survey(t, startOldJava(rsa, ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']))
  const { versions, dh } = found
  assert.ok(Object.values(versions).every(({ accepted, complete }) => accepted && complete))
  const ssl3 = new Map(versions.SSLv3.suites.map(({ name, key_bits }) => [name, key_bits]))
  assert.equal(ssl3.get('TLS_RSA_EXPORT_WITH_RC4_40_MD5'), 512)
  assert.equal(ssl3.get('TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA'), 512)
  for (const name of [
    'TLS_RSA_WITH_RC4_128_SHA',
    'TLS_RSA_WITH_DES_CBC_SHA',
    'TLS_RSA_WITH_NULL_MD5',
    'TLS_DH_anon_WITH_RC4_128_MD5',
  ]) {
    assert.ok(ssl3.has(name), name)
  }
  assert.deepEqual(
    dh.map(({ bits }) => bits).sort((a, b) => a - b),
    [512, 2_048],
  )
  assert.deepEqual(flawsOf(found), SOUND)
})

test('Java with SSL 3.0 only', { skip }, async (t) => {
  const { versions, features, sessions, renegotiation } = await survey(t, startOldJava(rsa, ['SSLv3']))
  assert.deepEqual(
    Object.values(versions).map(({ accepted }) => accepted),
    [true, false, false, false, false],
  )
  assert.equal(features?.version, 'SSLv3')
  assert.deepEqual([sessions.by_id, renegotiation], [null, null])
})
