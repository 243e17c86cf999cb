import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './backup-archive.ts'

testCheck(check, {
  fires: [
    {
      name: 'zip',
      evidence: exposures({
        '/backup.zip': {
          type: 'application/zip',
          body: 'PK\u0003\u0004\u0014\0\0\0\b\0wp-config.php',
          truncated: true,
        },
      }),
      outcome: 'archive',
      seen: 'zip',
    },
    {
      name: 'gzip, read as Windows-1252',
      evidence: exposures({ '/backup.tar.gz': { type: 'application/gzip', body: '\u001f‹\b\0ÿÿ' } }),
      outcome: 'archive',
      seen: 'gzip',
    },
    {
      name: 'a tar that the server unpacked',
      evidence: exposures({ '/backup.tar.gz': `${'site/'.padEnd(257, '\0')}ustar\u000000` }),
      outcome: 'archive',
      seen: 'tar',
    },
    {
      name: 'two archives are two causes',
      evidence: exposures({ '/site.zip': 'PK\u0003\u0004one', '/www.zip': 'PK\u0003\u0004two' }),
      outcome: ['archive', 'archive'],
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/backup.zip', '/backup.tar.gz'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a page that says there is none',
      evidence: exposures({ '/backup.zip': { type: 'application/zip', body: '<html><body>Not found</body></html>' } }),
      verdict: 'pass',
    },
    { name: 'an empty archive', evidence: exposures({ '/backup.zip': 'PK\u0005\u0006' }), verdict: 'pass' },
    {
      name: 'text that begins with PK',
      evidence: exposures({ '/backup.zip': 'PKWARE is a company' }),
      verdict: 'pass',
    },
  ],
})
