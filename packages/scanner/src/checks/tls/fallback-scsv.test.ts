import { testCheck } from '../../../test/check-table.ts'
import { handshakes, speaks } from '../../../test/handshakes.ts'
import check from './fallback-scsv.ts'

const old = (more: Parameters<typeof handshakes>[0]) => ({
  handshakes: handshakes({ versions: { TLSv1: speaks(['TLS_RSA_WITH_AES_128_CBC_SHA']) }, ...more }),
})

testCheck(check, {
  fires: [
    { name: 'TLS 1.0 beside newer ones', evidence: old({ fallback: 'accepted' }), outcome: 'accepted', seen: 'TLSv1' },
  ],
  silent: [
    { name: 'refused', evidence: old({ fallback: 'refused' }), verdict: 'pass' },
    { name: 'no proof', evidence: old({ fallback: null }), verdict: 'skip' },
    { name: 'TLS 1.2 and 1.3 only', evidence: { handshakes: handshakes({ fallback: 'accepted' }) }, verdict: 'skip' },
  ],
})
