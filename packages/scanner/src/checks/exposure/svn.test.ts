import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './svn.ts'

const ENTRIES = '10\n\ndir\n1234\nhttps://svn.site.test/repos/web/trunk\nhttps://svn.site.test/repos\n'

testCheck(check, {
  fires: [
    { name: 'before version 1.7', evidence: exposures({ '/.svn/entries': ENTRIES }), outcome: 'repository' },
    {
      name: 'since version 1.7',
      evidence: exposures({ '/.svn/entries': '12\n' }),
      outcome: 'repository',
      seen: '12\n',
    },
    {
      name: 'the database',
      evidence: exposures({ '/.svn/wc.db': 'SQLite format 3\0\u0010\0…CREATE TABLE REPOSITORY ( id INTEGER' }),
      outcome: 'repository',
      seen: 'SQLite format 3',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/.svn/entries', '/.svn/wc.db'], SPA),
      verdict: 'pass',
    },
    {
      name: 'another database',
      evidence: exposures({ '/.svn/wc.db': 'SQLite format 3\0…CREATE TABLE users' }),
      verdict: 'pass',
    },
    { name: 'some number', evidence: exposures({ '/.svn/entries': '404\n' }), verdict: 'pass' },
  ],
})
