import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './database-file.ts'

testCheck(check, {
  fires: [
    {
      name: 'Django',
      evidence: exposures({
        '/db.sqlite3': {
          type: 'application/vnd.sqlite3',
          body: 'SQLite format 3\0\u0010\0CREATE TABLE auth_user',
          truncated: true,
        },
      }),
      outcome: 'sqlite',
      seen: 'SQLite format 3',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/db.sqlite3'], SPA), verdict: 'pass' },
    {
      name: 'a text about the format',
      evidence: exposures({ '/db.sqlite3': 'SQLite format 3 is described at sqlite.org' }),
      verdict: 'pass',
    },
    {
      name: 'the working copy of Subversion has its own check',
      evidence: exposures({ '/backup.sql': 'SQLite format 3\0' }),
      verdict: 'pass',
    },
  ],
})
