import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './credentials.ts'

testCheck(check, {
  fires: [
    {
      name: 'AWS',
      evidence: exposures({
        '/.aws/credentials':
          '[default]\naws_access_key_id = AKIAQ3Z7T8KX1LW0SPB7\naws_secret_access_key = kq3Zt8Kx1Lw0sPb7VnR2yQkq3Zt8Kx1Lw0sPb7Vn\n',
      }),
      outcome: 'credentials',
      seen: 'aws_secret_access_key',
    },
    {
      name: 'Git',
      evidence: exposures({ '/.git-credentials': 'https://deploy:hunter2x@git.site.test\n' }),
      outcome: 'credentials',
      seen: 'https',
    },
    {
      name: 'netrc',
      evidence: exposures({ '/.netrc': 'machine ftp.site.test\n  login web\n  password hunter2x\n' }),
      outcome: 'credentials',
    },
    {
      name: 'Docker',
      evidence: exposures({
        '/.docker/config.json': '{"auths": {"registry.site.test": {"auth": "d2ViOmh1bnRlcjJ4"}}}',
      }),
      outcome: 'credentials',
    },
    {
      name: 'npm',
      evidence: exposures({
        '/.npmrc': 'registry=https://npm.site.test/\n//npm.site.test/:_authToken=npm_kq3Zt8Kx1Lw0sPb7\n',
      }),
      outcome: 'credentials',
    },
    {
      name: 'PostgreSQL and MySQL',
      evidence: exposures({
        '/.pgpass': 'db.site.test:5432:*:web:hunter2x\n',
        '/.my.cnf': '[client]\nuser=web\npassword="hunter2x"\n',
      }),
      outcome: ['credentials', 'credentials'],
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.npmrc', '/.netrc'], SPA), verdict: 'pass' },
    {
      name: 'npm without a token',
      evidence: exposures({ '/.npmrc': 'save-exact=true\nfund=false\n' }),
      verdict: 'pass',
    },
    {
      name: 'npm with a token from outside',
      evidence: exposures({ '/.npmrc': `//npm.site.test/:_authToken=\${NPM_TOKEN}\n` }),
      verdict: 'pass',
    },
    {
      name: 'Docker with a helper',
      evidence: exposures({ '/.docker/config.json': '{"credsStore": "desktop"}' }),
      verdict: 'pass',
    },
    {
      name: 'AWS without a secret',
      evidence: exposures({ '/.aws/credentials': '[default]\nrole_arn = arn:aws:iam::1:role/x\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({ '/.netrc': { type: 'text/html', body: '<html>machine a login b password hunter2x' } }),
      verdict: 'pass',
    },
    {
      name: 'an address without a password',
      evidence: exposures({ '/.git-credentials': 'https://git.site.test/\n' }),
      verdict: 'pass',
    },
  ],
})
