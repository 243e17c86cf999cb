import { testCheck } from '../../../test/check-table.ts'
import { handshakes, speaks } from '../../../test/handshakes.ts'
import check from './protocol-ssl3.ts'

const ssl3 = (...names: string[]) => ({ handshakes: handshakes({ versions: { SSLv3: speaks(names) } }) })

testCheck(check, {
  fires: [
    {
      name: 'AES in CBC',
      evidence: ssl3('TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_RC4_128_SHA'),
      outcome: 'poodle',
      seen: 'TLS_RSA_WITH_AES_128_CBC_SHA',
    },
    { name: '3DES only', evidence: ssl3('TLS_RSA_WITH_3DES_EDE_CBC_SHA'), outcome: 'poodle' },
    { name: 'RC4 only, as was once advised', evidence: ssl3('TLS_RSA_WITH_RC4_128_SHA'), outcome: 'accepted' },
  ],
  silent: [
    { name: 'refused', evidence: { handshakes: handshakes() }, verdict: 'pass' },
    {
      name: 'CBC in TLS 1.0 is another check’s',
      evidence: { handshakes: handshakes({ versions: { TLSv1: speaks(['TLS_RSA_WITH_AES_128_CBC_SHA']) } }) },
      verdict: 'pass',
    },
    {
      name: 'no answer',
      evidence: {
        handshakes: handshakes({ versions: { SSLv3: { accepted: null, suites: [], order: null, complete: false } } }),
      },
      verdict: 'skip',
    },
  ],
})
