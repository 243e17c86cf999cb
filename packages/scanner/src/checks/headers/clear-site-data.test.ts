import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './clear-site-data.ts'

const sends = (value: string) => ({ page: page({ headers: { 'Clear-Site-Data': value } }) })

testCheck(check, {
  fires: [
    { name: 'without quotes', evidence: sends('cookies, storage'), outcome: 'ignored', seen: 'cookies, storage' },
    { name: 'all in one pair of quotes', evidence: sends('"cookies, storage"'), outcome: 'ignored' },
  ],
  silent: [
    { name: 'quoted', evidence: sends('"cookies", "storage"'), verdict: 'pass' },
    { name: 'everything', evidence: sends('"*"'), verdict: 'pass' },
    { name: 'one known among unknown', evidence: sends('"future", "cache"'), verdict: 'pass' },
    { name: 'not sent', evidence: { page: page() }, verdict: 'skip' },
    {
      name: 'plain HTTP',
      evidence: { page: page({ url: 'http://site.test/', headers: { 'Clear-Site-Data': 'x' } }) },
      verdict: 'skip',
    },
  ],
})
