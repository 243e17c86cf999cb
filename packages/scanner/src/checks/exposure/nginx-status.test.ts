import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './nginx-status.ts'

testCheck(check, {
  fires: [
    {
      name: 'the page',
      evidence: exposures({
        '/nginx_status':
          'Active connections: 2 \nserver accepts handled requests\n 10 10 31 \nReading: 0 Writing: 1 Waiting: 1 \n',
      }),
      outcome: 'load',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/nginx_status'], SPA), verdict: 'pass' },
    {
      name: 'forbidden',
      evidence: exposures({
        '/nginx_status': { status: 403, body: 'Active connections: 2 \nserver accepts handled requests' },
      }),
      verdict: 'pass',
    },
    {
      name: 'prose',
      evidence: exposures({ '/nginx_status': 'Active connections: see the server page' }),
      verdict: 'pass',
    },
  ],
})
