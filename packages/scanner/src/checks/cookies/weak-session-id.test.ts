import { createHash } from 'node:crypto'
import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './weak-session-id.ts'

const set = (value: string) => ({ page: page({ headers: { 'Set-Cookie': value } }) })

testCheck(check, {
  fires: [
    { name: 'a counter', evidence: set('sessionid=100234'), outcome: 'number', seen: 'sessionid=100234' },
    { name: 'a time in milliseconds', evidence: set('PHPSESSID=1768435200123; Path=/'), outcome: 'number' },
    { name: 'eight characters', evidence: set('sessionid=Zk3fQ9aL'), outcome: 'short' },
    {
      name: 'MD5 of a counter',
      evidence: set(`sessionid=${createHash('md5').update('4711').digest('hex')}`),
      outcome: 'hashed_number',
    },
  ],
  silent: [
    { name: 'PHP', evidence: set('PHPSESSID=q3jt8k41lk0spb7vnr2yoc5v1d'), verdict: 'pass' },
    { name: 'Tomcat', evidence: set('JSESSIONID=4F3A1C9E8B75D06A9E0D4B2F7C1A8E5D'), verdict: 'pass' },
    { name: 'Express', evidence: set('connect.sid=s%3AkQ2f.Xy8Zt1Kx3Lw0sPb7VnR2yq3'), verdict: 'pass' },
    {
      name: 'a hex id with many equal digits',
      evidence: set('sessionid=00a0000000b00000c00000000d000001'),
      verdict: 'pass',
    },
    { name: 'a number under a name that is no session', evidence: set('session_count=3'), verdict: 'skip' },
    { name: 'emptied', evidence: set('PHPSESSID='), verdict: 'skip' },
    { name: 'the public half of ColdFusion', evidence: set('CFID=123456'), verdict: 'skip' },
  ],
})
