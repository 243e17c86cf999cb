import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './poodle-tls.ts'

const shown = (more: Parameters<typeof handshakes>[0]) => ({ handshakes: handshakes(more) })

testCheck(check, {
  fires: [
    { name: 'the probe proved it', evidence: shown({ padding: 'vulnerable' }), outcome: 'vulnerable' },
    { name: 'on another port', evidence: shown({ padding: 'vulnerable', port: 8443 }), outcome: 'vulnerable' },
  ],
  silent: [
    { name: 'sound', evidence: shown({}), verdict: 'pass' },
    {
      name: 'an old server that checks it',
      evidence: shown({
        features: {
          version: 'TLSv1',
          secure_renegotiation: true,
          compression: false,
          heartbeat: false,
          extended_master_secret: false,
          npn: [],
        },
      }),
      verdict: 'pass',
    },
    { name: 'no proof either way', evidence: shown({ padding: 'unknown' }), verdict: 'skip' },
  ],
})
