import { testCheck } from '../../../test/check-table.ts'
import { softwareEvidence } from '../../../test/software.ts'
import check from './outdated.ts'

const headers = (fields: Record<string, string>) => softwareEvidence({ headers: fields })

testCheck(check, {
  fires: [
    {
      name: 'an older PHP of a line that is mended',
      evidence: headers({ 'X-Powered-By': 'PHP/8.4.6' }),
      outcome: 'behind',
    },
    {
      name: 'an older jQuery',
      evidence: softwareEvidence({ body: '<script src="/jquery-3.6.0.min.js"></script>' }),
      outcome: 'behind',
    },
  ],
  silent: [
    { name: 'the newest', evidence: headers({ Server: 'Apache/2.4.65' }), verdict: 'pass' },
    { name: 'newer than we know', evidence: headers({ Server: 'Apache/2.4.99' }), verdict: 'pass' },
    { name: 'what is vulnerable is told elsewhere', evidence: headers({ Server: 'Apache/2.4.49' }), verdict: 'pass' },
    {
      name: 'a distribution’s counts otherwise',
      evidence: headers({ Server: 'Apache/2.4.62 (Debian)' }),
      verdict: 'skip',
    },
    {
      name: 'a line that ended is told elsewhere',
      evidence: headers({ 'X-Powered-By': 'PHP/7.4.1' }),
      verdict: 'skip',
    },
    { name: 'nothing', evidence: headers({}), verdict: 'skip' },
  ],
})
