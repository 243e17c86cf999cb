import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './dh-parameters.ts'

const NGINX = '8ae47dca3d24e9b64640062686da234dcabada26b0da6f090c5449c1338d9a11'
const one = (more: object) => ({ bits: 2048, prime_sha256: 'ab'.repeat(32), generator: '02', reused: false, ...more })
const dh = (more: object) => ({ handshakes: handshakes({ dh: [one(more)] }) })

testCheck(check, {
  fires: [
    { name: '512 bits', evidence: dh({ bits: 512 }), outcome: 'tiny', seen: '512 bits' },
    {
      name: '768 bits of Oakley',
      evidence: dh({ bits: 768, prime_sha256: 'b52ba6a3026520a6c49d37e4587601801bee500123b3259b6bf03e7cecc3e63d' }),
      outcome: 'tiny',
    },
    {
      name: 'the prime of old nginx',
      evidence: dh({ bits: 1024, prime_sha256: NGINX }),
      outcome: 'common',
      seen: '1024 bits, built into nginx before 1.11',
    },
    { name: 'a prime of its own, 1024 bits', evidence: dh({ bits: 1024 }), outcome: 'weak' },
    { name: '1536 bits', evidence: dh({ bits: 1536 }), outcome: 'weak' },
    {
      name: 'the worst of two',
      evidence: { handshakes: handshakes({ dh: [one({}), one({ bits: 1024 })] }) },
      outcome: 'weak',
    },
  ],
  silent: [
    { name: '2048 bits', evidence: dh({}), verdict: 'pass' },
    { name: '3072 bits', evidence: dh({ bits: 3072 }), verdict: 'pass' },
    { name: '4096 bits', evidence: dh({ bits: 4096 }), verdict: 'pass' },
    { name: '8192 bits', evidence: dh({ bits: 8192 }), verdict: 'pass' },
    { name: 'a reused value is another check’s', evidence: dh({ reused: true }), verdict: 'pass' },
    { name: 'none', evidence: { handshakes: handshakes() }, verdict: 'skip' },
  ],
})
