import { testCheck } from '../../../test/check-table.ts'
import { tls } from '../../../test/tls.ts'
import type { TlsEvidence } from '../../evidence.ts'
import check from './protocol-legacy.ts'

const versions = (more: Partial<TlsEvidence['versions']>) => ({
  tls: tls([], { versions: { TLSv1: false, 'TLSv1.1': false, 'TLSv1.2': true, 'TLSv1.3': true, ...more } }),
})

testCheck(check, {
  fires: [
    { name: 'both', evidence: versions({ TLSv1: true, 'TLSv1.1': true }), outcome: 'accepted', seen: 'TLSv1, TLSv1.1' },
    {
      name: '1.0 alone, as some appliances do',
      evidence: versions({ TLSv1: true }),
      outcome: 'accepted',
      seen: 'TLSv1',
    },
    {
      name: '1.1, and 1.0 could not be asked',
      evidence: versions({ TLSv1: null, 'TLSv1.1': true }),
      outcome: 'accepted',
    },
  ],
  silent: [
    { name: '1.2 and 1.3', evidence: versions({}), verdict: 'pass' },
    { name: '1.3 only', evidence: versions({ 'TLSv1.2': false }), verdict: 'pass' },
    { name: 'one could not be asked', evidence: versions({ TLSv1: null }), verdict: 'pass' },
    { name: 'neither could be asked', evidence: versions({ TLSv1: null, 'TLSv1.1': null }), verdict: 'skip' },
  ],
})
