import { testCheck } from '../../../test/check-table.ts'
import { answer, dns } from '../../../test/dns-evidence.ts'
import { handshakes } from '../../../test/handshakes.ts'
import type { ServiceBinding } from '../../net/service-binding.ts'
import check from './https-record.ts'

const record = (more: Partial<ServiceBinding> = {}): ServiceBinding => ({
  priority: 1,
  target: '',
  alpn: ['h2'],
  http1: true,
  port: null,
  ech: false,
  ...more,
})
const site = (alpn: string[], ...records: (ServiceBinding | null)[]) => ({
  ...dns({ https: answer(...records) }),
  handshakes: handshakes({ alpn }),
})

testCheck(check, {
  fires: [
    { name: 'a broken record', evidence: site(['h2'], null), outcome: 'unreadable' },
    {
      name: 'HTTP/2 is promised, HTTP/1.1 spoken',
      evidence: site(['http/1.1'], record({ alpn: ['h3', 'h2'] })),
      outcome: 'protocol_missing',
      seen: '1 site.test h3 h2',
    },
    {
      name: 'the host by its name',
      evidence: site([], record({ target: 'site.test', port: 443 })),
      outcome: 'protocol_missing',
    },
  ],
  silent: [
    {
      name: 'HTTP/2 is promised and spoken',
      evidence: site(['h2', 'http/1.1'], record({ alpn: ['h3', 'h2'], ech: true })),
      verdict: 'pass',
    },
    { name: 'no promise', evidence: site(['http/1.1'], record({ alpn: [] })), verdict: 'pass' },
    {
      name: 'another server',
      evidence: site(['http/1.1'], record({ target: 'cdn.example' })),
      verdict: 'pass',
    },
    { name: 'another port', evidence: site(['http/1.1'], record({ port: 8443 })), verdict: 'pass' },
    { name: 'an alias', evidence: site(['http/1.1'], record({ priority: 0, target: 'site.test' })), verdict: 'pass' },
    { name: 'one of two is broken', evidence: site(['h2'], null, record()), verdict: 'pass' },
    { name: 'no record', evidence: site(['http/1.1']), verdict: 'skip' },
    { name: 'evidence of an older scan', evidence: { ...dns(), handshakes: handshakes() }, verdict: 'skip' },
  ],
})
