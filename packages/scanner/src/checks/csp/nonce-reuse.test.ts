import { testCheck } from '../../../test/check-table.ts'
import { exchange, page } from '../../../test/evidence.ts'
import check from './nonce-reuse.ts'

const policy = (nonce: string) => ({ headers: { 'Content-Security-Policy': `script-src 'nonce-${nonce}'` } })
const probe = (nonce: string, kind: 'foreign' | 'null' = 'foreign') => ({
  kind,
  origin: 'https://other.test',
  exchange: exchange(policy(nonce)),
})

testCheck(check, {
  fires: [
    {
      name: 'the same in the next response',
      evidence: {
        page: page(policy('4AEemGb0xJptoIGFP3Nd2g==')),
        cors: { probes: [probe('4AEemGb0xJptoIGFP3Nd2g==')] },
      },
      outcome: 'reused',
      seen: "'nonce-4AEemGb0xJptoIGFP3Nd2g=='",
    },
    {
      name: 'cached for one of two',
      evidence: { page: page(policy('aaaa')), cors: { probes: [probe('bbbb'), probe('aaaa', 'null')] } },
      outcome: 'reused',
    },
  ],
  silent: [
    {
      name: 'always new',
      evidence: { page: page(policy('aaaa')), cors: { probes: [probe('bbbb')] } },
      verdict: 'pass',
    },
    {
      name: 'compared with regard to case',
      evidence: { page: page(policy('aaaa')), cors: { probes: [probe('AAAA')] } },
      verdict: 'pass',
    },
    { name: 'no nonce', evidence: { page: page(), cors: { probes: [probe('aaaa')] } }, verdict: 'skip' },
    { name: 'asked only once', evidence: { page: page(policy('aaaa')), cors: { probes: [] } }, verdict: 'skip' },
  ],
})
