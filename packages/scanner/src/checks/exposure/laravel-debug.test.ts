import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './laravel-debug.ts'

testCheck(check, {
  fires: [
    {
      name: 'Telescope',
      evidence: exposures({
        '/telescope/requests': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><head><title>Telescope - Shop</title></head><body><div id="telescope" v-cloak>',
        },
      }),
      outcome: 'telescope',
    },
    {
      name: 'the debug bar',
      evidence: exposures({
        '/_debugbar/open':
          '[{"id":"X1a2b3c","datetime":"2026-01-15 10:00:00","utime":1768471200.1,"method":"GET","uri":"\\/account","ip":"203.0.113.9"}]',
      }),
      outcome: 'debugbar',
    },
    {
      name: 'Ignition',
      evidence: exposures({ '/_ignition/health-check': '{"can_execute_commands":true}' }),
      outcome: 'ignition',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/telescope/requests', '/_ignition/health-check'], SPA),
      verdict: 'pass',
    },
    {
      name: 'Ignition without commands',
      evidence: exposures({ '/_ignition/health-check': '{"can_execute_commands":false}' }),
      verdict: 'pass',
    },
    {
      name: 'a shop for telescopes',
      evidence: exposures({
        '/telescope/requests': {
          type: 'text/html',
          body: '<!DOCTYPE html><title>Telescopes on request</title><div id="telescopes">',
        },
      }),
      verdict: 'pass',
    },
    { name: 'an empty list', evidence: exposures({ '/_debugbar/open': '[]' }), verdict: 'pass' },
  ],
})
