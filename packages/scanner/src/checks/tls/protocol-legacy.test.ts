import { testCheck } from '../../../test/check-table.ts'
import { handshakes, speaks } from '../../../test/handshakes.ts'
import check from './protocol-legacy.ts'

const old = speaks(['TLS_RSA_WITH_AES_128_CBC_SHA'])
const unknown = { accepted: null, suites: [], order: null, complete: false }
const versions = (more: object) => ({ handshakes: handshakes({ versions: more }) })

testCheck(check, {
  fires: [
    { name: 'both', evidence: versions({ TLSv1: old, 'TLSv1.1': old }), outcome: 'accepted', seen: 'TLSv1, TLSv1.1' },
    {
      name: '1.0 alone, as some appliances do',
      evidence: versions({ TLSv1: old }),
      outcome: 'accepted',
      seen: 'TLSv1',
    },
    {
      name: '1.1, and 1.0 gave no answer',
      evidence: versions({ TLSv1: unknown, 'TLSv1.1': old }),
      outcome: 'accepted',
    },
  ],
  silent: [
    { name: '1.2 and 1.3', evidence: versions({}), verdict: 'pass' },
    { name: 'SSL 3.0 is another check’s', evidence: versions({ SSLv3: old }), verdict: 'pass' },
    { name: 'one gave no answer', evidence: versions({ TLSv1: unknown }), verdict: 'pass' },
    { name: 'neither gave an answer', evidence: versions({ TLSv1: unknown, 'TLSv1.1': unknown }), verdict: 'skip' },
  ],
})
