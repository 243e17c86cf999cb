import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './backup-folder.ts'

testCheck(check, {
  fires: [
    {
      name: 'nginx',
      evidence: exposures({
        '/backup/': {
          type: 'text/html',
          body: `<html><head><title>Index of /backup/</title></head><body><h1>Index of /backup/</h1><hr><pre><a href="../">../</a>\n<a href="site-2024.tar.gz">site-2024.tar.gz</a></pre></body></html>`,
        },
      }),
      outcome: 'listed',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/backup/'], SPA), verdict: 'pass' },
    {
      name: 'an empty folder',
      evidence: exposures({
        '/backup/': {
          type: 'text/html',
          body: `<html><head><title>Index of /backup/</title></head><body><h1>Index of /backup/</h1><hr><pre><a href="../">../</a></pre></body></html>`,
        },
      }),
      verdict: 'pass',
    },
    {
      name: 'a page that sells backups',
      evidence: exposures({
        '/backup/': { type: 'text/html', body: '<html><title>Backup</title><a href="/client.zip">Our client</a>' },
      }),
      verdict: 'pass',
    },
  ],
})
