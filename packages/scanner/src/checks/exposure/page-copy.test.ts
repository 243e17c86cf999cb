import { testCheck } from '../../../test/check-table.ts'
import { type Answer, everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './page-copy.ts'

const copies = (answers: Record<string, Answer>) => ({ page_copies: exposures(answers).exposures })

testCheck(check, {
  fires: [
    { name: 'a copy of a page', evidence: copies({ '/shop/cart.php.bak': '<?php echo 1;' }), outcome: 'source' },
    {
      name: 'what Vim left',
      evidence: copies({ '/shop/.cart.php.swp': { type: 'application/octet-stream', body: 'b0VIM 9.0\0' } }),
      outcome: 'source',
    },
    {
      name: 'an archive of a folder',
      evidence: copies({ '/shop.zip': { type: 'application/zip', body: 'PK\u0003\u0004' } }),
      outcome: 'archive',
      seen: 'zip',
    },
    {
      name: 'a dump named after a folder',
      evidence: copies({ '/shop.sql': 'CREATE TABLE `users` (\n);\n' }),
      outcome: 'dump',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: copies({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: { page_copies: everywhere(['/shop/cart.php.bak', '/shop.zip'], SPA).exposures },
      verdict: 'pass',
    },
    {
      name: 'the page itself, whatever stands behind its name',
      evidence: copies({ '/shop/cart.php.bak': { type: 'text/html', body: '<html><h1>Cart</h1></html>' } }),
      verdict: 'pass',
    },
    { name: 'text', evidence: copies({ '/shop.sql': 'no dump here', '/shop.zip': 'no archive' }), verdict: 'pass' },
  ],
})
