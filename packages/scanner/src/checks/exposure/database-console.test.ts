import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './database-console.ts'

testCheck(check, {
  fires: [
    {
      name: 'phpMyAdmin',
      evidence: exposures({
        '/phpmyadmin/': {
          type: 'text/html',
          body: '<!doctype html>\n<html lang="en"><head><title>phpMyAdmin</title></head><body id="loginform"><input type="text" name="pma_username" id="input_username">',
        },
      }),
      outcome: 'login',
    },
    {
      name: 'phpMyAdmin, already inside',
      evidence: exposures({
        '/phpmyadmin/': {
          type: 'text/html',
          body: '<!doctype html><html><head><title>site.test / localhost | phpMyAdmin 5.2.1</title></head><body><div id="pma_navigation">',
        },
      }),
      outcome: 'open',
      seen: '<title>site.test / localhost | phpMyAdmin 5.2.1</title>',
    },
    {
      name: 'Adminer',
      evidence: exposures({
        '/adminer.php': { type: 'text/html', body: '<!DOCTYPE html>\n<html lang="en"><title>Login - Adminer</title>' },
      }),
      outcome: 'login',
    },
    {
      name: 'Adminer, already inside',
      evidence: exposures({
        '/adminer.php': {
          type: 'text/html',
          body: "<!DOCTYPE html>\n<html lang='en'><title>Select database - Adminer</title><div id='menu'>",
        },
      }),
      outcome: 'open',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/phpmyadmin/', '/adminer.php'], SPA),
      verdict: 'pass',
    },
    {
      name: 'an article',
      evidence: exposures({
        '/phpmyadmin/': { type: 'text/html', body: '<html><title>How we use phpMyAdmin</title>' },
      }),
      verdict: 'pass',
    },
    {
      name: 'a log-in before it',
      evidence: exposures({ '/phpmyadmin/': { status: 401, body: '<title>phpMyAdmin</title>' } }),
      verdict: 'pass',
    },
    {
      name: 'a review',
      evidence: exposures({ '/adminer.php': { type: 'text/html', body: '<html><title>Review of Adminer</title>' } }),
      verdict: 'pass',
    },
  ],
})
