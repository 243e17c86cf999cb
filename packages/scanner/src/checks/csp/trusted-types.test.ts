import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './trusted-types.ts'

const csp = (...values: string[]) => ({ page: page({ headers: { 'Content-Security-Policy': values } }) })

testCheck(check, {
  fires: [
    { name: 'only named', evidence: csp('trusted-types app'), outcome: 'not_required', seen: 'trusted-types app' },
    {
      name: 'required for something else',
      evidence: csp('trusted-types app; require-trusted-types-for script'),
      outcome: 'not_required',
    },
    {
      name: 'any policy',
      evidence: csp("require-trusted-types-for 'script'; trusted-types * 'allow-duplicates'"),
      outcome: 'any_policy',
    },
  ],
  silent: [
    { name: 'both', evidence: csp("require-trusted-types-for 'script'; trusted-types app dompurify"), verdict: 'pass' },
    { name: 'required, none named', evidence: csp("require-trusted-types-for 'script'"), verdict: 'pass' },
    {
      name: 'in two policies',
      evidence: csp("require-trusted-types-for 'script'", 'trusted-types app'),
      verdict: 'pass',
    },
    { name: 'not used', evidence: csp("script-src 'self'"), verdict: 'skip' },
  ],
})
