import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './form-action.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [{ name: 'default-src does not answer for it', evidence: csp("default-src 'none'"), outcome: 'missing' }],
  silent: [
    { name: 'form-action', evidence: csp("default-src 'self'; form-action 'self'"), verdict: 'pass' },
    { name: 'without a value it forbids all', evidence: csp("default-src 'self'; form-action"), verdict: 'pass' },
    { name: 'no policy', evidence: { page: page() }, verdict: 'skip' },
  ],
})
