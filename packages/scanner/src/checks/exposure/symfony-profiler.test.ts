import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './symfony-profiler.ts'

testCheck(check, {
  fires: [
    {
      name: 'its search',
      evidence: exposures({
        '/_profiler/empty/search/results?limit=10': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><head><title>Symfony Profiler</title></head><body><a href="/_profiler/1a2b3c">1a2b3c</a>',
        },
      }),
      outcome: 'profiler',
      seen: '<title>Symfony Profiler</title>',
    },
    {
      name: 'the toolbar',
      evidence: exposures({
        '/app_dev.php': {
          type: 'text/html',
          body: '<!DOCTYPE html><h1>Shop</h1><div id="sfwdt1a2b3c" class="sf-toolbar sf-display-none"></div>',
        },
      }),
      outcome: 'front',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/app_dev.php', '/_profiler/empty/search/results?limit=10'], SPA),
      verdict: 'pass',
    },
    {
      name: 'an article',
      evidence: exposures({
        '/_profiler/empty/search/results?limit=10': {
          type: 'text/html',
          body: '<!DOCTYPE html><title>The Symfony Profiler explained</title>',
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'refused from outside',
      evidence: exposures({
        '/app_dev.php': {
          status: 403,
          body: 'You are not allowed to access this file. Check app_dev.php for more information.',
        },
      }),
      verdict: 'pass',
    },
  ],
})
