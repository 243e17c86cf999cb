import { testCheck } from '../../../test/check-table.ts'
import { handshakes, speaks } from '../../../test/handshakes.ts'
import check from './cipher-order.ts'

const GCM = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'
const ordered = (order: 'server' | 'client', ...names: string[]) => ({
  handshakes: handshakes({ versions: { 'TLSv1.2': speaks(names, order) } }),
})

testCheck(check, {
  fires: [
    {
      name: 'GCM beside CBC',
      evidence: ordered('client', GCM, 'TLS_RSA_WITH_AES_128_CBC_SHA'),
      outcome: 'client',
      seen: 'TLSv1.2',
    },
    {
      name: 'forward secrecy beside none',
      evidence: ordered('client', GCM, 'TLS_RSA_WITH_AES_128_GCM_SHA256'),
      outcome: 'client',
    },
  ],
  silent: [
    { name: 'the server’s order', evidence: ordered('server', GCM, 'TLS_RSA_WITH_AES_128_CBC_SHA'), verdict: 'pass' },
    {
      name: 'only strong ones: the client knows best what it does fast',
      evidence: ordered('client', GCM, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'),
      verdict: 'pass',
    },
    {
      name: 'only weak ones: no order would help',
      evidence: ordered('client', 'TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_256_CBC_SHA'),
      verdict: 'pass',
    },
    { name: 'a single suite', evidence: ordered('client', GCM), verdict: 'pass' },
  ],
})
