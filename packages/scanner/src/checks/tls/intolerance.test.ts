import { testCheck } from '../../../test/check-table.ts'
import { handshakes } from '../../../test/handshakes.ts'
import type { Intolerance } from '../../net/handshake/evidence.ts'
import check from './intolerance.ts'

const fails = (...intolerances: Intolerance[]) => ({ handshakes: handshakes({ intolerances }) })

testCheck(check, {
  fires: [
    { name: 'versions', evidence: fails('version'), outcome: 'version' },
    { name: 'GREASE', evidence: fails('grease'), outcome: 'unknown', seen: 'grease' },
    { name: 'unknown groups and extensions', evidence: fails('extension', 'groups'), outcome: 'unknown' },
    { name: 'length', evidence: fails('length'), outcome: 'length' },
    { name: 'all', evidence: fails('version', 'length', 'grease'), outcome: ['version', 'length', 'unknown'] },
  ],
  silent: [
    { name: 'none', evidence: fails(), verdict: 'pass' },
    { name: 'none with TLS 1.3 only', evidence: { handshakes: handshakes({ features: null }) }, verdict: 'pass' },
    { name: 'none on another port', evidence: { handshakes: handshakes({ port: 8443 }) }, verdict: 'pass' },
    {
      name: 'none at an address',
      evidence: { handshakes: handshakes({ host: '192.0.2.1', server_name: null }) },
      verdict: 'pass',
    },
    { name: 'none with one version only', evidence: { handshakes: handshakes({ fallback: null }) }, verdict: 'pass' },
  ],
})
