import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './ccs-injection.ts'

const shown = (more: Parameters<typeof handshakes>[0]) => ({ handshakes: handshakes(more) })

testCheck(check, {
  fires: [
    { name: 'the probe proved it', evidence: shown({ ccs_injection: 'vulnerable' }), outcome: 'vulnerable' },
    { name: 'on another port', evidence: shown({ ccs_injection: 'vulnerable', port: 8443 }), outcome: 'vulnerable' },
  ],
  silent: [
    { name: 'sound', evidence: shown({}), verdict: 'pass' },
    { name: 'with TLS 1.3 only', evidence: shown({ features: null }), verdict: 'pass' },
    { name: 'no proof either way', evidence: shown({ ccs_injection: 'unknown' }), verdict: 'skip' },
  ],
})
