import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './metrics.ts'

testCheck(check, {
  fires: [
    {
      name: 'figures',
      evidence: exposures({
        '/metrics':
          '# HELP http_requests_total Requests.\n# TYPE http_requests_total counter\nhttp_requests_total{code="200"} 31\n',
      }),
      outcome: 'metrics',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/metrics'], SPA), verdict: 'pass' },
    {
      name: 'a page about figures',
      evidence: exposures({ '/metrics': { type: 'text/html', body: '<!doctype html># HELP a b\na 1' } }),
      verdict: 'pass',
    },
    { name: 'a text', evidence: exposures({ '/metrics': '# HELP wanted: call us\n' }), verdict: 'pass' },
  ],
})
