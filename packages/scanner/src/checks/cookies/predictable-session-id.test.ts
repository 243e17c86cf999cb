import { testCheck } from '../../../test/check-table.ts'
import { exchange, page } from '../../../test/evidence.ts'
import check from './predictable-session-id.ts'

/** The start page and six more visits, each with the next of the ids. */
const visits = (ids: readonly string[], name = 'PHPSESSID') => {
  const set = (id: string) => ({ 'Set-Cookie': `${name}=${id}; Path=/; Secure; HttpOnly; SameSite=Lax` })
  const kinds = ['foreign', 'null', 'suffix', 'prefix', 'subdomain', 'insecure'] as const
  return {
    page: page({ headers: set(ids[0]!) }),
    cors: {
      probes: kinds.map((kind, at) => ({
        kind,
        origin: 'null',
        exchange: exchange({ headers: set(ids[(at + 1) % ids.length]!) }),
      })),
    },
  }
}
const RANDOM = [
  'q3zt8kx1lw0spb7vnr2y',
  'u1mdk4vb9xw2ye6ohc5z',
  'f8sja0tq7nr3lg1pi2bk',
  'x5wcz6hy4ed9ov0mu3ta',
  'b2kpi1gl3rn7qt0ajs8f',
  'z5cho6ey2wx9bv4kdm1u',
  'n7vwr2ypb0sl1xkt8zq3',
]

testCheck(check, {
  fires: [
    { name: 'one for all', evidence: visits(['q3zt8kx1lw0spb7vnr2y']), outcome: 'same' },
    {
      name: 'a counter',
      evidence: visits(['100231', '100232', '100233', '100235', '100236', '100237', '100238']),
      outcome: 'sequence',
    },
    {
      name: 'a counter in hexadecimal',
      evidence: visits(['00a1f0', '00a1f1', '00a1f2', '00a1f4', '00a1f5', '00a1f6', '00a1f7']),
      outcome: 'sequence',
    },
    {
      name: 'a random part of six letters',
      evidence: visits(RANDOM.map((id) => `sess-web01-2026-${id.slice(0, 6)}`)),
      outcome: 'little_changes',
    },
  ],
  silent: [
    { name: 'random', evidence: visits(RANDOM), verdict: 'pass' },
    { name: 'random after a prefix', evidence: visits(RANDOM.map((id) => `s:${id}`)), verdict: 'pass' },
    { name: 'a preference', evidence: visits(['dark'], 'theme'), verdict: 'skip' },
    { name: 'once only', evidence: { ...visits(RANDOM), cors: { probes: [] } }, verdict: 'skip' },
  ],
})
