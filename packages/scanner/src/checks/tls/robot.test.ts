import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './robot.ts'

const shown = (more: Parameters<typeof handshakes>[0]) => ({ handshakes: handshakes(more) })

testCheck(check, {
  fires: [
    { name: 'a strong oracle', evidence: shown({ robot: 'vulnerable' }), outcome: 'strong' },
    { name: 'a weak oracle', evidence: shown({ robot: 'weak' }), outcome: 'weak' },
  ],
  silent: [
    { name: 'one answer to all', evidence: shown({}), verdict: 'pass' },
    { name: 'answers that waver', evidence: shown({ robot: 'unknown' }), verdict: 'skip' },
  ],
})
