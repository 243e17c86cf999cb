import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './rails-info.ts'

testCheck(check, {
  fires: [
    {
      name: 'the properties',
      evidence: exposures({
        '/rails/info/properties': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><body><table><tr><td class="name">Rails version</td><td class="value">7.1.3</td></tr>',
        },
      }),
      outcome: 'development',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/rails/info/properties'], SPA), verdict: 'pass' },
    {
      name: 'refused in production',
      evidence: exposures({
        '/rails/info/properties': {
          status: 403,
          type: 'text/html',
          body: '<p>For security purposes, this information is only available to local requests.</p>',
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'a table about trains',
      evidence: exposures({
        '/rails/info/properties': {
          type: 'text/html',
          body: '<html><td class="name">Rails length</td><td class="value">18 m</td>',
        },
      }),
      verdict: 'pass',
    },
  ],
})
