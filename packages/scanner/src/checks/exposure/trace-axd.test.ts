import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './trace-axd.ts'

testCheck(check, {
  fires: [
    {
      name: 'the trace',
      evidence: exposures({
        '/trace.axd': {
          type: 'text/html',
          body: '<html><head><style type="text/css">span.tracecontent</style></head><body><span class="tracecontent"><table><tr><td><h1>Application Trace</h1></td></tr><tr><td>[ <a href="Trace.axd?clear=1" class="link">clear current trace</a> ]',
        },
      }),
      outcome: 'requests',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/trace.axd'], SPA), verdict: 'pass' },
    {
      name: 'refused from outside',
      evidence: exposures({ '/trace.axd': { status: 403, type: 'text/html', body: '<title>Trace Error</title>' } }),
      verdict: 'pass',
    },
    {
      name: 'an article',
      evidence: exposures({
        '/trace.axd': { type: 'text/html', body: '<html><h1>Application Trace</h1><p>How to switch it on' },
      }),
      verdict: 'pass',
    },
  ],
})
