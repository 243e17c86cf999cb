import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './web-inf.ts'

testCheck(check, {
  fires: [
    {
      name: 'the descriptor',
      evidence: exposures({
        '/WEB-INF/web.xml': {
          type: 'application/xml',
          body: '<?xml version="1.0"?>\n<web-app version="3.1">\n<servlet><servlet-name>a</servlet-name></servlet></web-app>',
        },
      }),
      outcome: 'descriptor',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/WEB-INF/web.xml'], SPA), verdict: 'pass' },
    {
      name: 'another XML file',
      evidence: exposures({ '/WEB-INF/web.xml': '<?xml version="1.0"?><error>no web-app here</error>' }),
      verdict: 'pass',
    },
    {
      name: 'a lesson',
      evidence: exposures({ '/WEB-INF/web.xml': { type: 'text/html', body: '<html><body><web-app><servlet>' } }),
      verdict: 'pass',
    },
  ],
})
