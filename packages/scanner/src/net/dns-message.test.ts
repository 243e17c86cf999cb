import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { test } from 'node:test'
import packet from 'dns-packet'
import fc from 'fast-check'
import { dnssec } from '../../test/dnssec-zone.ts'
import { followChain } from '../derive/dnssec_chain.ts'
import { Dns } from './dns.ts'
import { decodeReply, encodeQuestion, type Question } from './dns-message.ts'
import { signedAnswer } from './dns-signed.ts'
import { Meter } from './meter.ts'

const QUESTION: Question = { name: 'Site.test.', type: 'TXT', recursive: true, signatures: true }

test('a question says what it wants', () => {
  const { id, bytes } = encodeQuestion({ ...QUESTION, unchecked: true })
  const decoded = packet.decode(bytes)
  assert.equal(decoded.id, id)
  assert.equal(decoded.flags! & packet.RECURSION_DESIRED, packet.RECURSION_DESIRED)
  assert.equal(decoded.flags! & packet.CHECKING_DISABLED, packet.CHECKING_DISABLED)
  const edns = decoded.additionals!.find(({ type }) => type === 'OPT') as unknown as Record<string, unknown>
  assert.deepEqual([edns.udpPayloadSize, edns.flag_do], [1232, true])
})

for (const name of ['a'.repeat(64), `${'a.'.repeat(130)}test`, 'two..dots.test', 'white space.test', 'ümlaut.test'])
  test(`no name in DNS: ${name.slice(0, 20)}`, () =>
    assert.throws(() => encodeQuestion({ ...QUESTION, name }), { code: 'EBADNAME' }))

test('bytes that are no answer, or one to another question, are none', () => {
  const { id } = encodeQuestion(QUESTION)
  const reply = (more: object) =>
    packet.encode({ type: 'response', id, questions: [{ name: 'site.test', type: 'TXT' }], ...more })
  assert.ok(decodeReply(reply({}), id, QUESTION))
  assert.equal(decodeReply(reply({ id: id ^ 1 }), id, QUESTION), null)
  assert.equal(decodeReply(reply({ type: 'query' }), id, QUESTION), null)
  assert.equal(decodeReply(reply({ questions: [{ name: 'other.test', type: 'TXT' }] }), id, QUESTION), null)
  assert.equal(decodeReply(reply({ questions: [{ name: 'site.test', type: 'A' }] }), id, QUESTION), null)
  assert.equal(decodeReply(reply({}).subarray(0, 20), id, QUESTION), null)
})

test('any bytes at all are read without harm', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const reply = decodeReply(Buffer.from(bytes), 7, QUESTION)
      if (reply) signedAnswer(reply, 'site.test', 'TXT')
    }),
  )
})

test('any records at all are judged without harm', () => {
  fc.assert(
    fc.property(
      fc.array(fc.base64String({ maxLength: 200 })),
      fc.array(fc.base64String({ maxLength: 80 })),
      (keys, ds) => {
        const evidence = dnssec().dnssec
        followChain(
          { ...evidence, dnskey: { ...evidence.dnskey, records: keys }, ds: { ...evidence.ds, records: ds } },
          Date.UTC(2026, 0, 15),
        )
      },
    ),
  )
})

/** A resolver that answers over UDP with whatever is given. */
async function answering(bytes: (query: Buffer) => Buffer) {
  const udp = createSocket('udp4')
  udp.on('message', (query, peer) => udp.send(bytes(query), peer.port, peer.address))
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
  const meter = new Meter({ requests: 0, handshakes: 0, dns_queries: 10 })
  const signal = new AbortController().signal
  const dns = new Dns({ servers: [`127.0.0.1:${udp.address().port}`], meter, signal, timeout_ms: 200 })
  return { dns, close: () => new Promise<void>((resolve) => udp.close(() => resolve())) }
}

test('a resolver that talks nonsense, or answers what was not asked, counts as silent', async () => {
  for (const bytes of [() => Buffer.from('nonsense'), () => Buffer.alloc(0), (query: Buffer) => query]) {
    const { dns, close } = await answering(bytes)
    assert.deepEqual(await dns.a('site.test'), { status: 'failed', records: [], error: 'ETIMEOUT' })
    await close()
  }
})

test('a transfer without end is cut off', async () => {
  const record = { type: 'A', name: 'x.site.test', ttl: 1, data: '192.0.2.1' } as const
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (query) => {
      const id = (query as Buffer).readUInt16BE(2)
      const message = packet.encode({ type: 'response', id, answers: Array.from({ length: 100 }, () => record) })
      const length = Buffer.alloc(2)
      length.writeUInt16BE(message.length)
      const send = () => {
        while (!socket.destroyed && socket.write(Buffer.concat([length, message]))) {}
      }
      socket.on('drain', send)
      send()
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const meter = new Meter({ requests: 0, handshakes: 0, dns_queries: 10 })
  const { port } = server.address() as { port: number }
  const dns = new Dns({
    servers: ['127.0.0.1'],
    meter,
    signal: new AbortController().signal,
    allowPrivate: true,
    nameserverPort: port,
  })
  const asked = await dns.askTransfer('127.0.0.1', 'site.test')
  assert.ok(asked.ok && asked.value.status === 'open' && asked.value.records <= 600)
  server.close()
})

test('private and special addresses are not asked', async () => {
  const meter = new Meter({ requests: 0, handshakes: 0, dns_queries: 10 })
  const dns = new Dns({ servers: ['127.0.0.1'], meter, signal: new AbortController().signal })
  for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '192.0.2.1', '::1', '::ffff:10.0.0.1', 'fd00::1'])
    assert.deepEqual(await dns.askTransfer(address, 'site.test'), { ok: false, code: 'refused_address' }, address)
  assert.equal(meter.spent().dns_queries, 0)
})
