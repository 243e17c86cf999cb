import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './backup-source.ts'

testCheck(check, {
  fires: [
    {
      name: 'a copy of a page of ASP.NET',
      evidence: exposures({ '/shop/cart.aspx.bak': '<%@ Page Language="C#" %>\n<asp:Label runat="server" />' }),
      outcome: 'source',
    },
    {
      name: 'what Vim left',
      evidence: exposures({ '/.index.php.swp': { type: 'application/octet-stream', body: 'b0VIM 9.0\0' } }),
      outcome: 'source',
      seen: 'b0VIM',
    },
    {
      name: 'a backup',
      evidence: exposures({ '/index.php.bak': "<?php\nrequire 'db.php';\n" }),
      outcome: 'source',
      seen: '<?php',
    },
    { name: 'what an editor left', evidence: exposures({ '/index.php~': '\uFEFF<?php echo 1;' }), outcome: 'source' },
    {
      name: 'the settings of Django',
      evidence: exposures({ '/settings.py': "import os\nSECRET_KEY = os.environ['KEY']\nINSTALLED_APPS = []\n" }),
      outcome: 'source',
    },
  ],
  silent: [
    {
      name: 'a list of percentages',
      evidence: exposures({ '/shop/cart.aspx.bak': '10 <%\n' }),
      verdict: 'pass',
    },
    { name: 'a text by Vim', evidence: exposures({ '/.index.php.swp': 'b0VIMs are ships' }), verdict: 'pass' },
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/index.php.bak', '/index.php~'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a page made by running it',
      evidence: exposures({ '/index.php.bak': { type: 'text/html', body: '<!doctype html><h1>Home</h1>' } }),
      verdict: 'pass',
    },
    {
      name: 'a lesson in PHP',
      evidence: exposures({ '/index.php.bak': { type: 'text/html', body: '<html><pre>&lt;?php</pre>' } }),
      verdict: 'pass',
    },
    { name: 'an empty copy', evidence: exposures({ '/index.php.bak': '' }), verdict: 'pass' },
  ],
})
