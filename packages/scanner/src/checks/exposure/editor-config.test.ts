import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './editor-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'Visual Studio Code',
      evidence: exposures({
        '/.vscode/sftp.json':
          '{"name": "web", "host": "site.test", "protocol": "sftp", "username": "web", "password": "hunter2x", "remotePath": "/www"}',
      }),
      outcome: 'credentials',
      seen: 'password=hu…',
    },
    {
      name: 'Sublime Text with comments',
      evidence: exposures({
        '/sftp-config.json':
          '{\n  // The tab key\n  "type": "sftp",\n  "host": "site.test",\n  "user": "web",\n  "password": "hunter2x",\n  "remote_path": "/www/",\n}',
      }),
      outcome: 'credentials',
    },
    {
      name: 'a key in place of the password',
      evidence: exposures({
        '/.vscode/sftp.json': '{"host": "site.test", "privateKeyPath": "~/.ssh/id_rsa", "remotePath": "/"}',
      }),
      outcome: 'server',
    },
    {
      name: 'JetBrains',
      evidence: exposures({
        '/.idea/workspace.xml':
          '<?xml version="1.0" encoding="UTF-8"?>\n<project version="4">\n  <component name="ChangeListManager">',
      }),
      outcome: 'workspace',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/.vscode/sftp.json', '/.idea/workspace.xml'], SPA),
      verdict: 'pass',
    },
    {
      name: 'an answer in JSON',
      evidence: exposures({ '/.vscode/sftp.json': '{"error": 404, "host": "site.test"}' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({
        '/sftp-config.json': { type: 'text/html', body: '<html>{"host": "x", "remote_path": "/"}' },
      }),
      verdict: 'pass',
    },
    {
      name: 'another project file',
      evidence: exposures({ '/.idea/workspace.xml': '<project version="4"></project>' }),
      verdict: 'pass',
    },
  ],
})
