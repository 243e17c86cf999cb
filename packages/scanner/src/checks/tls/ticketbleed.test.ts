import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './ticketbleed.ts'

const shown = (more: Parameters<typeof handshakes>[0]) => ({ handshakes: handshakes(more) })

testCheck(check, {
  fires: [
    { name: 'the probe proved it', evidence: shown({ ticketbleed: 'vulnerable' }), outcome: 'vulnerable' },
    { name: 'on another port', evidence: shown({ ticketbleed: 'vulnerable', port: 8443 }), outcome: 'vulnerable' },
  ],
  silent: [
    { name: 'sound', evidence: shown({}), verdict: 'pass' },
    {
      name: 'no tickets at all',
      evidence: shown({
        sessions: {
          by_id: true,
          by_ticket: false,
          ticket_lifetime: null,
          tls13_tickets: 0,
          tls13_lifetime: null,
          early_data: 0,
        },
      }),
      verdict: 'pass',
    },
    { name: 'no proof either way', evidence: shown({ ticketbleed: 'unknown' }), verdict: 'skip' },
  ],
})
