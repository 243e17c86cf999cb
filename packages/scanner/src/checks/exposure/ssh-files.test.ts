import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './ssh-files.ts'

testCheck(check, {
  fires: [
    {
      name: 'hosts',
      evidence: exposures({
        '/.ssh/known_hosts':
          'git.site.test ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq3Zt8Kx1Lw0sPb7VnR2yHd5GfJ9mCaTe4UoWi6XvB',
      }),
      outcome: 'names',
    },
    {
      name: 'who may log in',
      evidence: exposures({
        '/.ssh/authorized_keys': 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDq3Zt8Kx1Lw0sPb7VnR2y ann@site.test',
      }),
      outcome: 'names',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.ssh/known_hosts'], SPA), verdict: 'pass' },
    {
      name: 'a text about keys',
      evidence: exposures({ '/.ssh/authorized_keys': 'Put your ssh-rsa key here.' }),
      verdict: 'pass',
    },
  ],
})
