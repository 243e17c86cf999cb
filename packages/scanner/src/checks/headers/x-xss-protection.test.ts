import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './x-xss-protection.ts'

const sends = (value: string) => ({ page: page({ headers: { 'X-XSS-Protection': value } }) })

testCheck(check, {
  fires: [
    { name: 'on', evidence: sends('1'), outcome: 'enabled', seen: '1' },
    { name: 'blocking', evidence: sends('1; mode=block'), outcome: 'enabled' },
  ],
  silent: [
    { name: 'off', evidence: sends('0'), verdict: 'pass' },
    { name: 'off, with leftovers', evidence: sends('0; mode=block'), verdict: 'pass' },
    { name: 'not sent', evidence: { page: page() }, verdict: 'skip' },
  ],
})
