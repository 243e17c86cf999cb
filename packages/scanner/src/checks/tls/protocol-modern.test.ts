import { testCheck } from '../../../test/check-table.ts'
import { tls } from '../../../test/tls.ts'
import check from './protocol-modern.ts'

const speaks = (protocol: string, v12: boolean | null, v13: boolean | null) => ({
  tls: tls([], { protocol, versions: { TLSv1: null, 'TLSv1.1': null, 'TLSv1.2': v12, 'TLSv1.3': v13 } }),
})

testCheck(check, {
  fires: [
    { name: 'TLS 1.0 only', evidence: speaks('TLSv1', false, false), outcome: 'none', seen: 'TLSv1' },
    { name: 'TLS 1.2 only', evidence: speaks('TLSv1.2', true, false), outcome: 'no_tls13', seen: 'TLSv1.2' },
  ],
  silent: [
    { name: 'both', evidence: speaks('TLSv1.3', true, true), verdict: 'pass' },
    { name: 'TLS 1.3 only', evidence: speaks('TLSv1.3', false, true), verdict: 'pass' },
    { name: 'negotiated, though the single try failed', evidence: speaks('TLSv1.3', true, null), verdict: 'pass' },
    { name: 'TLS 1.3 when asked for alone', evidence: speaks('TLSv1.2', true, true), verdict: 'pass' },
  ],
})
