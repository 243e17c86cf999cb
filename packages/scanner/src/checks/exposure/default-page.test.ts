import { testCheck } from '../../../test/check-table.ts'
import { exposures } from '../../../test/exposures.ts'
import check from './default-page.ts'

testCheck(check, {
  fires: [
    {
      name: 'nginx',
      evidence: exposures({
        '/': {
          type: 'text/html',
          body: '<html><head><title>Welcome to nginx!</title></head><p><em>Thank you for using nginx.</em></p>',
        },
      }),
      outcome: 'unconfigured',
    },
    {
      name: 'Debian',
      evidence: exposures({
        '/': {
          type: 'text/html',
          body: '<html><title>Apache2 Debian Default Page: It works</title><span>It works!</span>',
        },
      }),
      outcome: 'unconfigured',
    },
  ],
  silent: [
    {
      name: 'an ordinary page',
      evidence: exposures({ '/': { type: 'text/html', body: '<html><title>Home</title>Thank you for using nginx' } }),
      verdict: 'pass',
    },
    {
      name: 'another path',
      evidence: exposures({
        '/phpinfo': { type: 'text/html', body: '<html><title>Welcome to nginx!</title>Thank you for using nginx' },
      }),
      verdict: 'pass',
    },
    { name: 'nothing', evidence: exposures({}), verdict: 'pass' },
  ],
})
