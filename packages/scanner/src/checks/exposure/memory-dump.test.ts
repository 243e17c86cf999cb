import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './memory-dump.ts'

testCheck(check, {
  fires: [
    {
      name: 'a heap dump of Java',
      evidence: exposures({
        '/heapdump.hprof': {
          type: 'application/octet-stream',
          body: 'JAVA PROFILE 1.0.2\0\0\0\u0008',
          truncated: true,
        },
      }),
      outcome: 'dump',
      seen: 'heap-dump',
    },
    {
      name: 'a program that crashed',
      evidence: exposures({ '/core': { body: `\u007fELF\u0002\u0001\u0001${'\0'.repeat(9)}\u0004\0` } }),
      outcome: 'dump',
      seen: 'core-dump',
    },
    {
      name: 'the data of Redis',
      evidence: exposures({ '/dump.rdb': 'REDIS0011\u00fa\tredis-ver' }),
      outcome: 'dump',
      seen: 'redis-dump',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/heapdump', '/core'], SPA), verdict: 'pass' },
    {
      name: 'a program, not its memory',
      evidence: exposures({ '/core': `\u007fELF\u0002\u0001\u0001${'\0'.repeat(9)}\u0003\0` }),
      verdict: 'pass',
    },
    {
      name: 'a text about dumps',
      evidence: exposures({ '/heapdump': 'The JAVA PROFILE 1.0.2 format' }),
      verdict: 'pass',
    },
  ],
})
