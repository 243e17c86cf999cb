import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './session-tickets.ts'

const usual = handshakes().sessions
const tickets = (more: Partial<typeof usual>) => ({ handshakes: handshakes({ sessions: { ...usual, ...more } }) })

testCheck(check, {
  fires: [
    {
      name: 'a month, as some appliances say',
      evidence: tickets({ ticket_lifetime: 2_592_000 }),
      outcome: 'long',
      seen: '2592000 s',
    },
    { name: 'two days', evidence: tickets({ ticket_lifetime: 172_800 }), outcome: 'days' },
    { name: '28 hours with TLS 1.3', evidence: tickets({ tls13_lifetime: 100_800 }), outcome: 'days' },
  ],
  silent: [
    { name: 'two hours', evidence: tickets({}), verdict: 'pass' },
    { name: 'a day', evidence: tickets({ ticket_lifetime: 86_400, tls13_lifetime: 86_400 }), verdict: 'pass' },
    { name: 'five minutes', evidence: tickets({ ticket_lifetime: 300, tls13_lifetime: 300 }), verdict: 'pass' },
    { name: 'none', evidence: tickets({ ticket_lifetime: null, tls13_lifetime: null }), verdict: 'skip' },
    { name: 'not said', evidence: tickets({ ticket_lifetime: 0, tls13_lifetime: null }), verdict: 'skip' },
  ],
})
