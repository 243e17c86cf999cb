import { testCheck } from '../../../test/check-table.ts'
import { dns } from '../../../test/dns-evidence.ts'
import { dnssec, NOW, signedSet, unsignedSet, withoutDnssec, ZoneSigner } from '../../../test/dnssec-zone.ts'
import check from './dnssec.ts'

const both = (more: Parameters<typeof dnssec>[0] = {}) => ({ ...dns(), ...dnssec(more) })
const OTHER = new ZoneSigner('site.test')
const dnssecDs = Buffer.from(dnssec().dnssec.ds.records[0]!, 'base64')
const A = Buffer.from([192, 0, 2, 1])

testCheck(check, {
  fires: [
    { name: 'nothing is signed', evidence: { ...dns(), ...withoutDnssec() }, outcome: 'unsigned' },
    { name: 'signed, but the parent has no DS record', evidence: both({ ds: unsignedSet('DS') }), outcome: 'no_ds' },
    {
      name: 'the parent names another key',
      evidence: both({ ds: signedSet('DS', [OTHER.ds]) }),
      outcome: 'bogus',
      seen: 'no_key',
    },
    {
      name: 'a signature by a key that is not there',
      evidence: both({ host: signedSet('A', [A], { signer: OTHER }) }),
      outcome: 'bogus',
      seen: 'signature',
    },
    {
      name: 'a record that was changed',
      evidence: both({ host: { ...signedSet('A', [A]), records: [Buffer.from([192, 0, 2, 66]).toString('base64')] } }),
      outcome: 'bogus',
      seen: 'signature',
    },
    {
      name: 'promised, and no signature',
      evidence: both({ soa: { ...signedSet('SOA', [A]), signatures: [] } }),
      outcome: 'bogus',
      seen: 'unsigned',
    },
    { name: 'no keys at all', evidence: both({ dnskey: unsignedSet('DNSKEY') }), outcome: 'bogus', seen: 'no_key' },
    {
      name: 'the resolver rejects what we cannot see',
      evidence: both({ vouched: { rcode: 'ESERVFAIL', authenticated: false } }),
      outcome: 'bogus',
      seen: 'resolver',
    },
    {
      name: 'signatures that have ended',
      evidence: both({ soa: signedSet('SOA', [A], { ends: NOW - 60 }) }),
      outcome: 'expired',
      seen: 'expired',
    },
    {
      name: 'signatures that end tomorrow',
      evidence: both({ soa: signedSet('SOA', [A], { ends: NOW + 86_400 }) }),
      outcome: 'expiring',
      seen: '24 hours left',
    },
  ],
  silent: [
    { name: 'all in order', evidence: both(), verdict: 'pass' },
    {
      name: 'a host in a zone of its own',
      evidence: both({ host: signedSet('A', [A], { signer: new ZoneSigner('www.site.test') }) }),
      verdict: 'pass',
    },
    { name: 'no address to look at', evidence: both({ host: unsignedSet('A') }), verdict: 'pass' },
    {
      name: 'a second DS record for a key of tomorrow',
      evidence: both({
        ds: {
          ...signedSet('DS', [OTHER.ds]),
          records: [...signedSet('DS', [OTHER.ds]).records, ...dnssec().dnssec.ds.records],
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'two signatures, one of them old',
      evidence: both({
        soa: {
          ...signedSet('SOA', [A]),
          signatures: [...signedSet('SOA', [A], { ends: NOW - 60 }).signatures, ...signedSet('SOA', [A]).signatures],
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'a key that cannot be read beside a good one',
      evidence: both({ dnskey: { ...signedSet('DNSKEY', [Buffer.from('x')]), ...dnssec().dnssec.dnskey } }),
      verdict: 'pass',
    },
    {
      name: 'a digest of the future',
      evidence: both({
        ds: signedSet('DS', [Buffer.concat([dnssecDs.subarray(0, 3), Buffer.from([9]), dnssecDs.subarray(4)])]),
      }),
      verdict: 'skip',
    },
    {
      name: 'a resolver that validates, and vouches',
      evidence: both({ vouched: { rcode: 'NOERROR', authenticated: true } }),
      verdict: 'pass',
    },
    {
      name: 'a resolver that does not validate',
      evidence: both({ vouched: { rcode: 'NOERROR', authenticated: false } }),
      verdict: 'pass',
    },
    {
      name: 'a shared domain',
      evidence: { ...both(), ...dns({ name: 'a.github.io', domain: 'github.io' }) },
      verdict: 'skip',
    },
  ],
})
