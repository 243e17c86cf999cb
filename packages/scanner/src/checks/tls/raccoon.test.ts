import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './raccoon.ts'

const dh = (more: object) => ({
  handshakes: handshakes({
    dh: [{ bits: 2048, prime_sha256: 'ab'.repeat(32), generator: '02', reused: false, ...more }],
  }),
})

testCheck(check, {
  fires: [{ name: 'one value twice', evidence: dh({ reused: true }), outcome: 'reused', seen: '2048 bits' }],
  silent: [
    { name: 'fresh values', evidence: dh({}), verdict: 'pass' },
    { name: 'a small group is another check’s', evidence: dh({ bits: 1024 }), verdict: 'pass' },
    { name: 'none', evidence: { handshakes: handshakes() }, verdict: 'skip' },
  ],
})
