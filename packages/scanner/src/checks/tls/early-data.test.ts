import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './early-data.ts'

const early = (early_data: number | null) => ({
  handshakes: handshakes({ sessions: { ...handshakes().sessions, early_data } }),
})

testCheck(check, {
  fires: [{ name: '16 kB', evidence: early(16_384), outcome: 'enabled', seen: '16384 bytes' }],
  silent: [
    { name: 'none', evidence: early(0), verdict: 'pass' },
    { name: 'TLS 1.2 only', evidence: early(null), verdict: 'skip' },
  ],
})
