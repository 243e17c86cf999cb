import { testCheck } from '../../../test/check-table.ts'
import { type LeafOptions, leaf, tls } from '../../../test/tls.ts'
import check from './certificate-host.ts'

const host = (name: string, options: LeafOptions) => ({ tls: tls([leaf(options)], { host: name }) })

testCheck(check, {
  fires: [
    {
      name: 'another name',
      evidence: host('site.test', { names: ['other.test'] }),
      outcome: 'mismatch',
      seen: 'other.test',
    },
    { name: 'apex under a wildcard', evidence: host('site.test', { names: ['*.site.test'] }), outcome: 'mismatch' },
    {
      name: 'two labels under a wildcard',
      evidence: host('a.b.site.test', { names: ['*.site.test'] }),
      outcome: 'mismatch',
    },
    {
      name: 'a wildcard inside a label',
      evidence: host('foo1.site.test', { names: ['foo*.site.test'] }),
      outcome: 'mismatch',
    },
    {
      name: 'an alternative name beats the common name',
      evidence: host('site.test', { commonName: 'site.test', names: ['www.site.test'] }),
      outcome: 'mismatch',
    },
    { name: 'an address as a DNS name', evidence: host('192.0.2.9', { names: ['192.0.2.1'] }), outcome: 'mismatch' },
    {
      name: 'common name only',
      evidence: host('site.test', { commonName: 'site.test', names: [] }),
      outcome: 'common_name',
      seen: 'CN=site.test',
    },
    { name: 'no name at all', evidence: host('site.test', { commonName: null, names: [] }), outcome: 'common_name' },
  ],
  silent: [
    { name: 'exact', evidence: host('site.test', {}), verdict: 'pass' },
    {
      name: 'one of many',
      evidence: host('www.site.test', { names: ['site.test', 'www.site.test'] }),
      verdict: 'pass',
    },
    { name: 'any case', evidence: host('site.test', { names: ['SITE.Test'] }), verdict: 'pass' },
    { name: 'under a wildcard', evidence: host('www.site.test', { names: ['*.site.test'] }), verdict: 'pass' },
    { name: 'the root’s dot', evidence: host('site.test.', {}), verdict: 'pass' },
    { name: 'punycode', evidence: host('xn--bcher-kva.test', { names: ['xn--bcher-kva.test'] }), verdict: 'pass' },
    { name: 'IPv4 address', evidence: host('192.0.2.1', { names: ['192.0.2.1'] }), verdict: 'pass' },
    { name: 'IPv6 address', evidence: host('2001:db8::1', { names: ['2001:db8::1'] }), verdict: 'pass' },
  ],
})
