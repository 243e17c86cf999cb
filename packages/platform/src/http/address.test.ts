import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressGroup, clientAddress, isInRanges, normaliseCidr } from './address.ts'

const ranges: [string, string[], boolean][] = [
  ['203.0.113.7', ['203.0.113.0/24'], true],
  ['203.0.114.7', ['203.0.113.0/24'], false],
  ['203.0.113.7', ['203.0.113.7/32'], true],
  ['203.0.113.8', ['203.0.113.7/32'], false],
  ['10.1.2.3', ['0.0.0.0/0'], true],
  ['2001:db8::1', ['0.0.0.0/0'], false],
  ['2001:db8::1', ['2001:db8::/32'], true],
  ['2001:db9::1', ['2001:db8::/32'], false],
  ['203.0.113.7', ['::/0'], false],
  ['::ffff:203.0.113.7', ['203.0.113.0/24'], true],
  ['203.0.113.7', ['::ffff:203.0.113.0/120'], true],
  ['203.0.114.7', ['::ffff:203.0.113.0/120'], false],
  ['203.0.113.7', ['10.0.0.0/8', '203.0.113.0/24'], true],
  ['nonsense', ['0.0.0.0/0', '::/0'], false],
  ['', ['0.0.0.0/0'], false],
]
for (const [address, list, expected] of ranges) {
  test(`${address} is ${expected ? '' : 'not '}in ${list}`, () => assert.equal(isInRanges(address, list), expected))
}

const cidrs: [string, string | null][] = [
  ['203.0.113.7', '203.0.113.7/32'],
  ['203.0.113.7/24', '203.0.113.0/24'],
  ['2001:db8::1', '2001:db8::1/128'],
  ['2001:DB8::1/32', '2001:db8::/32'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['203.0.113.0/33', null],
  ['203.0.113.0/-1', null],
  ['203.0.113.0/', null],
  ['203.0.113', null],
  ['1', null],
  ['0x7f.1', null],
  ['010.0.0.1', null],
  ['fe80::1%eth0', null],
  ['example.com', null],
  ['', null],
]
for (const [text, expected] of cidrs) {
  test(`“${text}” is ${expected ?? 'no list entry'}`, () => {
    if (expected === null) assert.throws(() => normaliseCidr(text))
    else assert.equal(normaliseCidr(text), expected)
  })
}

const PROXY = '10.0.0.1'
const TRUSTED = ['10.0.0.0/8', '2001:db8:ffff::/48']
const forwarded: [string, string, string | string[] | undefined, string][] = [
  ['a stranger’s word is not taken', '198.51.100.1', '203.0.113.7', '198.51.100.1'],
  ['a proxy’s is', PROXY, '203.0.113.7', '203.0.113.7'],
  ['what stands further left anyone may have written', PROXY, '127.0.0.1, 203.0.113.7', '203.0.113.7'],
  ['proxies behind proxies', PROXY, '198.51.100.9, 203.0.113.7, 10.0.0.2, 10.0.0.3', '203.0.113.7'],
  ['all of them ours', PROXY, '10.0.0.9, 10.0.0.2', '10.0.0.9'],
  ['several headers', PROXY, ['198.51.100.9', '203.0.113.7'], '203.0.113.7'],
  ['no header', PROXY, undefined, PROXY],
  ['an empty one', PROXY, ' , ', PROXY],
  ['garbage stops the reading', PROXY, '203.0.113.7, unknown, 10.0.0.2', '10.0.0.2'],
  ['a number is no address', PROXY, '1', PROXY],
  ['with a port', PROXY, '203.0.113.7:51234', '203.0.113.7'],
  ['IPv6', PROXY, '2001:db8::7', '2001:db8::7'],
  ['IPv6 with a port', PROXY, '[2001:db8::7]:51234', '2001:db8::7'],
  ['the proxy as a mapped address', '::ffff:10.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
  ['an IPv6 proxy', '2001:db8:ffff::1', '203.0.113.7', '203.0.113.7'],
]
for (const [what, peer, header, expected] of forwarded) {
  test(`X-Forwarded-For: ${what}`, () => assert.equal(clientAddress(peer, header, TRUSTED), expected))
}

test('nobody is trusted unless told', () => {
  assert.equal(clientAddress('127.0.0.1', '203.0.113.7', []), '127.0.0.1')
})

test('failures count for an IPv4 address, and for the /64 of an IPv6 one', () => {
  assert.equal(addressGroup('203.0.113.7'), '203.0.113.7')
  assert.equal(addressGroup('::ffff:203.0.113.7'), '203.0.113.7')
  assert.equal(addressGroup('2001:db8:1:2:3:4:5:6'), addressGroup('2001:db8:1:2::9'))
  assert.notEqual(addressGroup('2001:db8:1:2::9'), addressGroup('2001:db8:1:3::9'))
})
