import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './git.ts'

const CORE = '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n'
const config = (url: string) => ({ '/.git/config': `${CORE}[remote "origin"]\n\turl = ${url}\n` })
const LOG =
  '0000000000000000000000000000000000000000 1f3870be274f6c49b3e31a0c6728957f1f3870be Ann <ann@site.test> 1700000000 +0100\tclone: from git.site.test\n'

testCheck(check, {
  fires: [
    { name: 'HEAD', evidence: exposures({ '/.git/HEAD': 'ref: refs/heads/main\n' }), outcome: 'repository' },
    {
      name: 'a detached HEAD',
      evidence: exposures({ '/.git/HEAD': '1f3870be274f6c49b3e31a0c6728957f1f3870be' }),
      outcome: 'repository',
    },
    {
      name: 'the index as Windows-1252 makes it text',
      evidence: exposures({
        '/.git/index': { type: 'application/octet-stream', body: 'DIRC\0\0\0\u0002\0\0\u0001ûQ', truncated: true },
      }),
      outcome: 'repository',
    },
    { name: 'the log', evidence: exposures({ '/.git/logs/HEAD': LOG }), outcome: 'repository' },
    {
      name: 'configuration',
      evidence: exposures(config('git@git.site.test:web.git')),
      outcome: 'repository',
      seen: '[core]',
    },
    {
      name: 'a password in the remote',
      evidence: exposures(config('https://deploy:hunter2x@git.site.test/web.git')),
      outcome: 'credentials',
      seen: 'https://…@git.site.test/web.git',
    },
    {
      name: 'a token in the remote, and all the rest',
      evidence: exposures({
        '/.git/HEAD': 'ref: refs/heads/main',
        ...config('https://9f86d081884c7d659a2f@git.site.test/web.git'),
      }),
      outcome: ['repository', 'credentials'],
    },
  ],
  silent: [
    {
      name: 'nothing there',
      evidence: exposures({ '/.git/HEAD': { status: 404, body: 'Not found' } }),
      verdict: 'pass',
    },
    {
      name: 'forbidden',
      evidence: exposures({ '/.git/HEAD': { status: 403, body: 'ref: refs/heads/main' } }),
      verdict: 'pass',
    },
    {
      name: 'an application at every address',
      evidence: everywhere(['/.git/HEAD', '/.git/config'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a site that answers everything with one text',
      evidence: everywhere(['/.git/HEAD', '/.git/config'], 'ref: refs/heads/main\n'),
      verdict: 'pass',
    },
    {
      name: 'a redirect to the log-in',
      evidence: exposures({ '/.git/HEAD': { status: 302, body: '' } }),
      verdict: 'pass',
    },
    {
      name: 'a page about Git',
      evidence: exposures({ '/.git/config': { type: 'text/html', body: `<html><pre>${CORE}</pre></html>` } }),
      verdict: 'pass',
    },
    { name: 'an empty file', evidence: exposures({ '/.git/HEAD': '' }), verdict: 'pass' },
    { name: 'the word ref', evidence: exposures({ '/.git/HEAD': 'ref: see the manual' }), verdict: 'pass' },
  ],
})
