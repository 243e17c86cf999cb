import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './x-powered-by.ts'

const sends = (value: string) => ({ page: page({ headers: { 'x-powered-by': value } }) })

testCheck(check, {
  fires: [
    { name: 'Express', evidence: sends('Express'), outcome: 'disclosed', seen: 'Express' },
    { name: 'PHP with version', evidence: sends('PHP/8.2.7'), outcome: 'disclosed' },
  ],
  silent: [
    { name: 'not sent', evidence: { page: page() }, verdict: 'pass' },
    { name: 'emptied by a proxy', evidence: sends(''), verdict: 'pass' },
  ],
})
