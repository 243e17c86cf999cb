import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './debug.ts'

const sends = (headers: Record<string, string>) => ({ page: page({ headers }) })

testCheck(check, {
  fires: [
    {
      name: 'Symfony, with its link',
      evidence: sends({ 'X-Debug-Token': 'a1b2c3', 'X-Debug-Token-Link': '/_profiler/a1b2c3' }),
      outcome: 'profiler',
      seen: 'a1b2c3',
    },
    { name: 'Clockwork in any case', evidence: sends({ 'x-clockwork-id': '1700000000-1' }), outcome: 'profiler' },
    { name: 'ChromeLogger', evidence: sends({ 'X-ChromeLogger-Data': 'eyJ2ZXJzaW9uIjoiNC4xIn0=' }), outcome: 'log' },
    {
      name: 'IIS Express',
      evidence: sends({ 'X-SourceFiles': '=?UTF-8?B?QzpcVXNlcnNcYW5uYVxhcHA=?=' }),
      outcome: 'path',
    },
    {
      name: 'profiler and log',
      evidence: sends({ 'phpdebugbar-id': 'X1', 'X-Debug-Exception': 'no%20such%20table' }),
      outcome: ['profiler', 'log'],
    },
  ],
  silent: [
    { name: 'no such header', evidence: sends({}), verdict: 'pass' },
    {
      name: 'timings for everyone',
      evidence: sends({ 'Server-Timing': 'db;dur=53', 'X-Runtime': '0.01' }),
      verdict: 'pass',
    },
    { name: 'a request id', evidence: sends({ 'X-Request-Id': 'a1b2c3', 'X-Trace-Id': 'x' }), verdict: 'pass' },
    { name: 'a cache’s debug word', evidence: sends({ 'X-Cache-Debug': 'HIT' }), verdict: 'pass' },
    {
      name: 'the names on the page',
      evidence: { page: page({ body: '<code>X-Debug-Token: 1</code>' }) },
      verdict: 'pass',
    },
  ],
})
