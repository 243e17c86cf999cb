import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAddress } from './address.ts'

const PUBLIC = ['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.0', '11.0.0.1', '100.63.255.255', '100.128.0.0']
const PUBLIC_6 = ['2606:4700::1111', '2a00:1450:4001:800::200e', '[2606:4700::1111]']

const PRIVATE = {
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1', '[::1]'],
  private: [
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    'fc00::1',
    'fd12::1',
    'fec0::1',
  ],
  'link-local': ['169.254.1.1', 'fe80::1', 'fe80::1%eth0'],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
  broadcast: ['255.255.255.255'],
  reserved: ['240.0.0.1', '192.0.0.1', '192.88.99.1', '4000::1', '100::1', '2001:20::1', '5f00::1'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  benchmark: ['198.18.0.1', '198.19.255.255', '2001:2::1'],
  'IPv4 inside IPv6': [
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:a00:1',
    '::ffff:0:10.0.0.1',
    '::10.0.0.1',
    '::808:808',
  ],
  NAT64: ['64:ff9b::10.0.0.1', '64:ff9b::8.8.8.8', '64:ff9b:1::1'],
  tunnels: ['2002:a00:1::', '2002:7f00:1::1', '2001:0:4136:e378:8000:63bf:f5ff:fffe'],
  nonsense: ['', 'localhost', '1.2.3', '256.1.1.1', 'g::1'],
}

const METADATA = [
  '169.254.169.254',
  '169.254.170.2',
  'fd00:ec2::254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  'fd20:ce::254',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::169.254.169.254',
  '64:ff9b::169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::',
]

test('an address on the public internet passes', () => {
  for (const ip of [...PUBLIC, ...PUBLIC_6]) assert.equal(checkAddress(ip, { allowPrivate: false }), null, ip)
})

for (const [kind, addresses] of Object.entries(PRIVATE)) {
  test(`refused: ${kind}`, () => {
    for (const ip of addresses) {
      const refusal = checkAddress(ip, { allowPrivate: false })
      assert.equal(refusal?.code, 'private_address', ip)
      assert.match(refusal!.message, /^.* is not an .*\.$/)
    }
  })
}

test('private addresses pass where they are allowed', () => {
  for (const [kind, addresses] of Object.entries(PRIVATE)) {
    if (kind === 'nonsense') continue
    for (const ip of addresses) assert.equal(checkAddress(ip, { allowPrivate: true }), null, ip)
  }
  for (const ip of PRIVATE.nonsense) assert.notEqual(checkAddress(ip, { allowPrivate: true }), null, ip)
})

test("clouds' metadata is refused always, in whatever disguise", () => {
  for (const ip of METADATA) {
    for (const allowPrivate of [false, true]) {
      assert.equal(checkAddress(ip, { allowPrivate })?.code, 'metadata_address', `${ip} allowPrivate=${allowPrivate}`)
    }
  }
})
