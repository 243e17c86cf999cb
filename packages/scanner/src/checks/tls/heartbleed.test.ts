import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './heartbleed.ts'

const shown = (more: Parameters<typeof handshakes>[0]) => ({ handshakes: handshakes(more) })

testCheck(check, {
  fires: [
    { name: 'the probe proved it', evidence: shown({ heartbleed: 'vulnerable' }), outcome: 'vulnerable' },
    { name: 'on another port', evidence: shown({ heartbleed: 'vulnerable', port: 8443 }), outcome: 'vulnerable' },
  ],
  silent: [
    { name: 'sound', evidence: shown({}), verdict: 'pass' },
    {
      name: 'heartbeats are taken, and answered rightly',
      evidence: shown({
        features: {
          version: 'TLSv1.2',
          secure_renegotiation: true,
          compression: false,
          heartbeat: true,
          extended_master_secret: true,
          npn: [],
        },
      }),
      verdict: 'pass',
    },
    { name: 'no proof either way', evidence: shown({ heartbleed: 'unknown' }), verdict: 'skip' },
  ],
})
