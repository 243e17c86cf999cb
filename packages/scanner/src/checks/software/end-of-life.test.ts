import { testCheck } from '../../../test/check-table.ts'
import { softwareEvidence } from '../../../test/software.ts'
import check from './end-of-life.ts'

const headers = (fields: Record<string, string>) => softwareEvidence({ headers: fields })

testCheck(check, {
  fires: [
    {
      name: 'a PHP line that ended, of which nothing else is known',
      evidence: headers({ 'X-Powered-By': 'PHP/8.0.30' }),
      outcome: 'ended',
    },
    {
      name: 'an old PHP that has known flaws',
      evidence: headers({ 'X-Powered-By': 'PHP/7.3.1' }),
      outcome: 'ended_and_vulnerable',
    },
    {
      name: 'AngularJS, all of it',
      evidence: softwareEvidence({ body: '<script src="https://code.angularjs.org/1.8.3/angular.min.js"></script>' }),
      outcome: 'ended_and_vulnerable',
    },
    {
      name: 'OpenSSL with a letter',
      evidence: headers({ Server: 'Apache/2.4.65 (Unix) OpenSSL/1.1.1w' }),
      outcome: 'ended',
    },
    { name: 'a line only', evidence: headers({ Server: 'Apache/2.2' }), outcome: 'ended_and_vulnerable' },
  ],
  silent: [
    {
      name: 'a line that is mended until after the scan',
      evidence: headers({ 'X-Powered-By': 'PHP/8.4.2' }),
      verdict: 'pass',
    },
    { name: 'a line without an end', evidence: headers({ Server: 'Apache/2.4.65' }), verdict: 'pass' },
    { name: 'software without dates', evidence: headers({ Server: 'lighttpd/1.4.70' }), verdict: 'skip' },
    { name: 'no version', evidence: headers({ Server: 'Apache' }), verdict: 'skip' },
    { name: 'nothing', evidence: headers({}), verdict: 'skip' },
  ],
})
