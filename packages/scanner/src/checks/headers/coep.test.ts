import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './coep.ts'

const sends = (...values: string[]) => ({ page: page({ headers: { 'Cross-Origin-Embedder-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'an opener policy’s value', evidence: sends('same-origin'), outcome: 'invalid', seen: 'same-origin' },
    { name: 'twice', evidence: sends('require-corp', 'require-corp'), outcome: 'invalid' },
    { name: 'true', evidence: sends('?1'), outcome: 'invalid' },
  ],
  silent: [
    { name: 'require-corp', evidence: sends('require-corp'), verdict: 'pass' },
    { name: 'credentialless with reports', evidence: sends('credentialless;report-to="x"'), verdict: 'pass' },
    { name: 'unsafe-none', evidence: sends('unsafe-none'), verdict: 'pass' },
    { name: 'not sent', evidence: { page: page() }, verdict: 'skip' },
    {
      name: 'JSON',
      evidence: {
        page: page({ headers: { 'Content-Type': 'application/json', 'Cross-Origin-Embedder-Policy': 'x' } }),
      },
      verdict: 'skip',
    },
  ],
})
