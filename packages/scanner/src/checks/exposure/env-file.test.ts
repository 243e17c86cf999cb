import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './env-file.ts'

const LARAVEL =
  'APP_NAME=Shop\nAPP_ENV=production\nAPP_KEY=base64:kq3Zt8Kx1Lw0sPb7VnR2yQkq3Zt8Kx1Lw0sPb7VnR2yQ=\nAPP_DEBUG=false\n\nDB_HOST=127.0.0.1\nDB_PASSWORD="Tr0ub4dor&3"\n'

testCheck(check, {
  fires: [
    {
      name: 'Laravel',
      evidence: exposures({ '/.env': LARAVEL }),
      outcome: 'secrets',
      seen: 'APP_KEY=ba…, DB_PASSWORD=Tr…',
    },
    {
      name: 'a database address',
      evidence: exposures({ '/.env.production': 'DATABASE_URL=postgres://web:s3cr3tPlease@db.site.test/web\n' }),
      outcome: 'secrets',
    },
    {
      name: 'Windows line ends, export, comments',
      evidence: exposures({ '/api/.env': '# db\r\nexport DB_PASS=hunter2x # keep\r\nPORT=80\r\n' }),
      outcome: 'secrets',
      seen: 'DB_PASS=hu…',
    },
    {
      name: 'two copies are two causes',
      evidence: exposures({ '/.env': LARAVEL, '/.env.bak': LARAVEL }),
      outcome: ['secrets', 'secrets'],
    },
    {
      name: 'no secrets',
      evidence: exposures({ '/.env': 'APP_ENV=production\nPUBLIC_URL=https://site.test\n' }),
      outcome: 'settings',
      seen: 'APP_ENV=…',
    },
    {
      name: 'a password that is in every example',
      evidence: exposures({ '/.env': 'APP_ENV=local\nDB_PASSWORD=secret\n' }),
      outcome: 'settings',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({ '/.env': { status: 404, body: LARAVEL } }), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.env', '/.env.local'], SPA), verdict: 'pass' },
    {
      name: 'an example with hints',
      evidence: exposures({ '/.env': 'APP_ENV=local\nDB_PASSWORD=your-password-here\nAPI_KEY=<your key>\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page that shows one',
      evidence: exposures({ '/.env': { type: 'text/html', body: `<!DOCTYPE html><pre>${LARAVEL}</pre>` } }),
      verdict: 'pass',
    },
    {
      name: 'prose',
      evidence: exposures({ '/.env': 'Access denied.\nYour request id is A=1.\nContact us.\n' }),
      verdict: 'pass',
    },
    {
      name: 'one text for all kinds of files',
      evidence: exposures({
        '/.env': 'ERROR=blocked\n',
        '/id_rsa': 'ERROR=blocked\n',
        '/backup.sql': 'ERROR=blocked\n',
      }),
      verdict: 'pass',
    },
    {
      name: 'an INI file with sections',
      evidence: exposures({ '/.env': '[db]\npassword=hunter2x\n[mail]\nx\n[web]\n' }),
      verdict: 'pass',
    },
  ],
})
