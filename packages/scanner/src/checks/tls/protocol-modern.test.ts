import { testCheck } from '../../../test/check-table.ts'
import { handshakes, silent, speaks } from '../../../test/handshakes.ts'
import check from './protocol-modern.ts'

const some = speaks(['TLS_RSA_WITH_AES_128_CBC_SHA'])
const versions = (more: object, rest = {}) => ({ handshakes: handshakes({ versions: more, ...rest }) })

testCheck(check, {
  fires: [
    {
      name: 'TLS 1.0 only',
      evidence: versions({ TLSv1: some, 'TLSv1.2': silent, 'TLSv1.3': silent }),
      outcome: 'none',
      seen: 'TLSv1',
    },
    {
      name: 'SSL 2.0 only',
      evidence: versions({ 'TLSv1.2': silent, 'TLSv1.3': silent }, { ssl2: { kinds: [] } }),
      outcome: 'none',
      seen: 'SSLv2',
    },
    { name: 'TLS 1.2 only', evidence: versions({ 'TLSv1.3': silent }), outcome: 'no_tls13', seen: 'TLSv1.2' },
  ],
  silent: [
    { name: 'both', evidence: versions({}), verdict: 'pass' },
    { name: 'TLS 1.3 only', evidence: versions({ 'TLSv1.2': silent }), verdict: 'pass' },
    { name: 'old ones beside it are another check’s', evidence: versions({ TLSv1: some }), verdict: 'pass' },
  ],
})
