import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCertificate } from '../../../test/certificates.ts'
import { serving, testNet } from '../../../test/net.ts'
import { type Faults, type Hello, startFaultyTls } from '../../../test/tls-server.ts'
import type { HandshakesEvidence } from './evidence.ts'

const staple = Buffer.from('3003', 'hex')
const timestamps = Buffer.from('000400020102', 'hex')
const prime = Buffer.from(
  'DA583C16D9852289D0E4AF756F4CCA92DD4BE533B804FB0FED94EF9C8A4403ED574650D36999DB29D776276BA2D3D412E218F4DD1E084CF6D8003E7C4774E833',
  'hex',
)
const generator = Buffer.from([2])
const has = (number: number) => (hello: Hello) => hello.extensions.has(number)

/** Each flaw and its innocent twin: what is wrong with the server, and what the survey must say of it. */
const CASES: readonly { name: string; faults: Faults; expected: Partial<HandshakesEvidence> }[] = [
  {
    name: 'nothing wrong',
    faults: {},
    expected: {
      ssl2: null,
      heartbleed: 'safe',
      ccs_injection: 'safe',
      ticketbleed: 'safe',
      robot: 'safe',
      padding: 'safe',
      renegotiation: 'refused',
      intolerances: [],
      dh: [],
      staple: null,
      timestamps: null,
    },
  },
  {
    name: 'SSL 2.0',
    faults: { ssl2: [0x020080] },
    expected: { ssl2: { kinds: ['SSL_CK_RC4_128_EXPORT40_WITH_MD5'] } },
  },
  { name: 'SSL 2.0 with an empty list', faults: { ssl2: [] }, expected: { ssl2: { kinds: [] } } },
  { name: 'Heartbleed', faults: { heartbeat: 'bleeding' }, expected: { heartbleed: 'vulnerable' } },
  { name: 'heartbeats done right', faults: { heartbeat: 'sound' }, expected: { heartbleed: 'safe' } },
  { name: 'CCS injection', faults: { early_ccs: true }, expected: { ccs_injection: 'vulnerable', robot: 'safe' } },
  { name: 'a strong oracle', faults: { oracle: 'strong' }, expected: { robot: 'vulnerable' } },
  { name: 'a weak oracle', faults: { oracle: 'weak' }, expected: { robot: 'weak' } },
  { name: 'padding that nobody looks at', faults: { lax_padding: true }, expected: { padding: 'vulnerable' } },
  {
    name: 'padding that nobody looks at, TLS 1.0',
    faults: { lax_padding: true, versions: [0x0301] },
    expected: { padding: 'vulnerable' },
  },
  { name: 'padding that is looked at, TLS 1.0', faults: { versions: [0x0301] }, expected: { padding: 'safe' } },
  { name: 'Ticketbleed', faults: { ticketbleed: true }, expected: { ticketbleed: 'vulnerable' } },
  {
    name: 'compression, and no secure renegotiation',
    faults: { compression: true, no_renegotiation_info: true },
    expected: {
      features: {
        version: 'TLSv1.2',
        secure_renegotiation: false,
        compression: true,
        heartbeat: false,
        extended_master_secret: false,
        npn: [],
      },
    },
  },
  {
    name: 'NPN',
    faults: { npn: ['spdy/3', 'http/1.1'] },
    expected: {
      features: {
        version: 'TLSv1.2',
        secure_renegotiation: true,
        compression: false,
        heartbeat: false,
        extended_master_secret: false,
        npn: ['spdy/3', 'http/1.1'],
      },
    },
  },
  {
    name: 'a staple and timestamps in the handshake',
    faults: { staple, timestamps },
    expected: { staple: staple.toString('base64'), timestamps: timestamps.toString('base64') },
  },
  {
    name: 'fallback unnoticed',
    faults: { versions: [0x0303, 0x0302], ignores_fallback: true },
    expected: { fallback: 'accepted' },
  },
  { name: 'fallback noticed', faults: { versions: [0x0303, 0x0302] }, expected: { fallback: 'refused' } },
  {
    name: 'a key for many connections',
    faults: { dh: { prime, generator, reused: true } },
    expected: { dh: dhOf(true) },
  },
  { name: 'a fresh key for each', faults: { dh: { prime, generator } }, expected: { dh: dhOf(false) } },
  { name: 'versions', faults: { chokes: ({ version }) => version > 0x0303 }, expected: { intolerances: ['version'] } },
  { name: 'long hellos', faults: { chokes: ({ bytes }) => bytes > 4_000 }, expected: { intolerances: ['length'] } },
  { name: 'GREASE', faults: { chokes: has(0x1a1a) }, expected: { intolerances: ['grease'] } },
  { name: 'unknown extensions', faults: { chokes: has(0x7fa5) }, expected: { intolerances: ['extension'] } },
  {
    name: 'unknown groups',
    faults: { chokes: ({ extensions }) => extensions.get(10)?.includes(Buffer.from('7fff', 'hex')) ?? false },
    expected: { intolerances: ['groups'] },
  },
]

function dhOf(reused: boolean): HandshakesEvidence['dh'] {
  return [
    {
      bits: 512,
      prime_sha256: 'f26e2403f3f07946654404909f0ff81d9354de17250411b4c04b89af73178425',
      generator: '02',
      reused,
    },
  ]
}

for (const { name, faults, expected } of CASES) {
  test(`flaws of the handshake: ${name}`, async (t) => {
    const server = await serving(t, startFaultyTls(faults))
    const found = await testNet(t, server.origin).handshakes('localhost', server.port)
    const looked = Object.fromEntries(Object.keys(expected).map((key) => [key, found[key as keyof typeof found]]))
    assert.deepEqual(looked, expected)
  })
}

test('a hello with everything is too much for some: they are asked in their own way', async (t) => {
  const certificate = makeCertificate({ names: ['localhost'], key: { rsa: 1024 } })
  const chokes = ({ suites, extensions }: Hello) => suites.length > 128 || extensions.size > 0
  const server = await serving(t, startFaultyTls({ chokes, certificate, versions: [0x0303, 0x0301] }))
  const { versions } = await testNet(t, server.origin).handshakes('localhost', server.port)
  for (const version of ['TLSv1', 'TLSv1.2'] as const) {
    const { accepted, suites } = versions[version]
    assert.equal(accepted, true, version)
    assert.deepEqual(
      suites.map(({ name }) => name),
      ['TLS_RSA_WITH_AES_128_CBC_SHA'],
    )
  }
})
