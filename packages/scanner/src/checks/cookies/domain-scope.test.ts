import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './domain-scope.ts'

const set = (value: string, url = 'https://app.site.test/') => ({
  page: page({ url, headers: { 'Set-Cookie': value } }),
})

testCheck(check, {
  fires: [
    { name: 'the parent', evidence: set('sessionid=abc; Domain=site.test'), outcome: 'parent' },
    {
      name: 'the parent with the old leading dot',
      evidence: set('sessionid=abc; Domain=.site.test'),
      outcome: 'parent',
    },
    { name: 'the host itself', evidence: set('sessionid=abc; Domain=app.site.test'), outcome: 'subdomains' },
    { name: 'www', evidence: set('sessionid=abc; Domain=site.test', 'https://www.site.test/'), outcome: 'subdomains' },
  ],
  silent: [
    { name: 'no Domain', evidence: set('sessionid=abc'), verdict: 'pass' },
    { name: 'an empty Domain', evidence: set('sessionid=abc; Domain'), verdict: 'pass' },
    { name: 'a preference', evidence: set('lang=en; Domain=site.test'), verdict: 'skip' },
    { name: 'a domain that browsers refuse', evidence: set('sessionid=abc; Domain=other.test'), verdict: 'skip' },
  ],
})
