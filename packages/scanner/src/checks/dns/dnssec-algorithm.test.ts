import { testCheck } from '../../../test/check-table.ts'
import { dns } from '../../../test/dns-evidence.ts'
import { dnssec, signedSet, withoutDnssec } from '../../../test/dnssec-zone.ts'
import check from './dnssec-algorithm.ts'

const KEY = dnssec().dnssec.dnskey
const both = (more: Parameters<typeof dnssec>[0] = {}) => ({ ...dns(), ...dnssec(more) })
const signedWith = (algorithm: number) => ({ ...KEY, signatures: KEY.signatures.map((one) => ({ ...one, algorithm })) })
/** An RSA key with a modulus of so many bytes, as RFC 3110 writes it. */
const rsa = (bytes: number) => Buffer.concat([Buffer.from([1, 0, 3, 8, 3, 1, 0, 1]), Buffer.alloc(bytes, 0xc1)])
const DS = Buffer.from(dnssec().dnssec.ds.records[0]!, 'base64')
const sha1 = Buffer.concat([DS.subarray(0, 3), Buffer.from([1]), DS.subarray(4, 24)])

testCheck(check, {
  fires: [
    { name: 'RSA with SHA-1', evidence: both({ dnskey: signedWith(5) }), outcome: 'weak', seen: '5 RSASHA1' },
    { name: 'DSA', evidence: both({ dnskey: signedWith(3) }), outcome: 'weak' },
    {
      name: '768 bits',
      evidence: both({ dnskey: { ...KEY, records: [...KEY.records, rsa(96).toString('base64')] } }),
      outcome: 'short_key',
      seen: '768 bits',
    },
    { name: 'a DS record by SHA-1 only', evidence: both({ ds: signedSet('DS', [sha1]) }), outcome: 'digest' },
  ],
  silent: [
    { name: 'ECDSA', evidence: both(), verdict: 'pass' },
    {
      name: '1024 bits, as is still usual for signing',
      evidence: both({ dnskey: { ...KEY, records: [...KEY.records, rsa(128).toString('base64')] } }),
      verdict: 'pass',
    },
    { name: 'SHA-1 beside SHA-256', evidence: both({ ds: signedSet('DS', [sha1, DS]) }), verdict: 'pass' },
    { name: 'not signed', evidence: { ...dns(), ...withoutDnssec() }, verdict: 'skip' },
    {
      name: 'a shared domain',
      evidence: { ...both(), ...dns({ name: 'a.github.io', domain: 'github.io' }) },
      verdict: 'skip',
    },
  ],
})
