import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './php-fpm-status.ts'

const POOL =
  'pool:                 www\nprocess manager:      dynamic\nstart time:           15/Jan/2026:10:00:00 +0100\naccepted conn:        31\n'

testCheck(check, {
  fires: [
    {
      name: 'with requests',
      evidence: exposures({
        '/status?full': `${POOL}\n************************\npid:                  12\nrequest URI:          /account?token=1\n`,
      }),
      outcome: 'requests',
    },
    { name: 'without', evidence: exposures({ '/status?full': POOL }), outcome: 'load' },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/status?full'], SPA), verdict: 'pass' },
    { name: 'a status of one’s own', evidence: exposures({ '/status?full': '{"status": "ok"}' }), verdict: 'pass' },
    {
      name: 'a swimming pool',
      evidence: exposures({ '/status?full': 'pool: open\nprocess manager: Ann\n' }),
      verdict: 'pass',
    },
  ],
})
