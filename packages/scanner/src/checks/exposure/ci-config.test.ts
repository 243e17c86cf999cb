import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './ci-config.ts'

testCheck(check, {
  fires: [
    {
      name: 'steps',
      evidence: exposures({
        '/.gitlab-ci.yml': 'stages:\n  - deploy\ndeploy:\n  script:\n    - rsync -a . web@site.test:/www\n',
      }),
      outcome: 'steps',
    },
    {
      name: 'a secret',
      evidence: exposures({ '/.gitlab-ci.yml': 'variables:\n  FTP_PASSWORD: hunter2x\ndeploy:\n  script: lftp\n' }),
      outcome: 'credentials',
      seen: 'FTP_PASSWORD=hu…',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.gitlab-ci.yml'], SPA), verdict: 'pass' },
    {
      name: 'a film',
      evidence: exposures({ '/.gitlab-ci.yml': 'title: Pipeline\nscript: by Ann\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({ '/.gitlab-ci.yml': { type: 'text/html', body: '<html>deploy:\n  script: x' } }),
      verdict: 'pass',
    },
  ],
})
