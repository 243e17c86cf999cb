import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './cvs.ts'

testCheck(check, {
  fires: [
    {
      name: 'files',
      evidence: exposures({ '/CVS/Entries': '/index.php/1.12/Tue Jan  6 10:00:00 2004//\nD/images////\n' }),
      outcome: 'working_copy',
    },
    {
      name: 'folders only',
      evidence: exposures({ '/CVS/Entries': 'D/admin////\n' }),
      outcome: 'working_copy',
      seen: 'D/admin////',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/CVS/Entries'], SPA), verdict: 'pass' },
    {
      name: 'paths that are no entries',
      evidence: exposures({ '/CVS/Entries': '/usr/local/bin/perl/\n/a/b/c/\n' }),
      verdict: 'pass',
    },
  ],
})
