import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './sql-dump.ts'

testCheck(check, {
  fires: [
    {
      name: 'MySQL',
      evidence: exposures({
        '/backup.sql':
          '-- MySQL dump 10.13  Distrib 8.0.36\n--\nCREATE TABLE `users` (\n  `id` int\n);\nINSERT INTO `users` VALUES (1);\n',
      }),
      outcome: 'data',
      seen: '-- MySQL dump',
    },
    {
      name: 'MariaDB with its sandbox line',
      evidence: exposures({
        '/dump.sql': '/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\nINSERT INTO `a` VALUES (1);',
      }),
      outcome: 'data',
    },
    {
      name: 'PostgreSQL',
      evidence: exposures({
        '/db.sql': '--\n-- PostgreSQL database dump\n--\nCOPY public.users (id) FROM stdin;\n1\n',
      }),
      outcome: 'data',
    },
    {
      name: 'tables only',
      evidence: exposures({ '/database.sql': 'CREATE TABLE IF NOT EXISTS users (\n  id INTEGER PRIMARY KEY\n);\n' }),
      outcome: 'tables',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/backup.sql', '/dump.sql'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a page about dumps',
      evidence: exposures({
        '/backup.sql': { type: 'text/html', body: '<html><pre>-- MySQL dump 10.13\nINSERT INTO `a`</pre>' },
      }),
      verdict: 'pass',
    },
    {
      name: 'prose',
      evidence: exposures({ '/db.sql': 'To create table reservations, insert into our form.' }),
      verdict: 'pass',
    },
    {
      name: 'an error',
      evidence: exposures({ '/backup.sql': { status: 403, body: '-- MySQL dump 10.13' } }),
      verdict: 'pass',
    },
  ],
})
