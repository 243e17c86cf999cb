import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './spring-actuator.ts'

testCheck(check, {
  fires: [
    {
      name: 'the environment',
      evidence: exposures({
        '/actuator/env': '{"activeProfiles":["prod"],"propertySources":[{"name":"systemProperties","properties":{}}]}',
      }),
      outcome: 'environment',
    },
    {
      name: 'the environment of version 1',
      evidence: exposures({
        '/env':
          '{"profiles":["prod"],"server.ports":{"local.server.port":8080},"systemProperties":{"java.version":"1.8"}}',
      }),
      outcome: 'environment',
    },
    {
      name: 'requests',
      evidence: exposures({
        '/actuator/httptrace':
          '{"traces":[{"timestamp":"2026-01-15T10:00:00Z","request":{"headers":{"cookie":["a=b"]}}}]}',
      }),
      outcome: 'requests',
    },
    {
      name: 'a dump on offer',
      evidence: exposures({
        '/actuator':
          '{"_links":{"self":{"href":"https://site.test/actuator","templated":false},"heapdump":{"href":"https://site.test/actuator/heapdump","templated":false}}}',
      }),
      outcome: 'heapdump',
    },
    {
      name: 'other doors',
      evidence: exposures({
        '/actuator': '{"_links":{"self":{"href":"x"},"loggers":{"href":"https://site.test/actuator/loggers"}}}',
        '/actuator/mappings': '{"contexts":{"web":{"mappings":{"dispatcherServlets":{}}}}}',
      }),
      outcome: ['structure', 'structure'],
    },
    {
      name: 'health with details',
      evidence: exposures({
        '/actuator/health': '{"status":"UP","components":{"db":{"status":"UP","details":{"database":"PostgreSQL"}}}}',
      }),
      outcome: 'health',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/actuator', '/actuator/env'], SPA),
      verdict: 'pass',
    },
    {
      name: 'health alone',
      evidence: exposures({
        '/actuator': '{"_links":{"self":{"href":"x"},"health":{"href":"y"},"info":{"href":"z"}}}',
        '/actuator/health': '{"status":"UP","groups":["liveness"]}',
      }),
      verdict: 'pass',
    },
    {
      name: 'a log-in',
      evidence: exposures({ '/actuator/env': { status: 401, body: '{"propertySources":[],"activeProfiles":[]}' } }),
      verdict: 'pass',
    },
    {
      name: 'an error in JSON',
      evidence: exposures({ '/actuator/env': '{"timestamp":"2026-01-15","status":404,"error":"Not Found"}' }),
      verdict: 'pass',
    },
    {
      name: 'an environment of something else',
      evidence: exposures({ '/env': '{"env":"production"}' }),
      verdict: 'pass',
    },
    { name: 'no requests yet', evidence: exposures({ '/actuator/httptrace': '{"traces":[]}' }), verdict: 'pass' },
  ],
})
