import { testCheck } from '../../../test/check-table.ts'
import { cms } from '../../../test/cms.ts'
import check from './cms-registration.ts'

const form = (name: string, path: string, more: object) => cms(name, { kind: 'registration', path, ...more })

testCheck(check, {
  fires: [
    {
      name: 'WordPress',
      evidence: form('wordpress', 'wp-login.php?action=register', {
        body: '<form name="registerform" id="registerform" action="x">',
      }),
      outcome: 'open',
    },
    {
      name: 'Drupal',
      evidence: form('drupal', 'user/register', { body: '<form class="user-register-form user-form" id="x">' }),
      outcome: 'open',
    },
  ],
  silent: [
    {
      name: 'switched off',
      evidence: form('wordpress', 'wp-login.php?action=register', {
        status: 302,
        headers: { Location: '/wp-login.php?registration=disabled' },
      }),
      verdict: 'pass',
    },
    {
      name: 'the log-in form only',
      evidence: form('wordpress', 'wp-login.php?action=register', { body: '<form name="loginform" id="loginform">' }),
      verdict: 'pass',
    },
    {
      name: 'refused by Drupal',
      evidence: form('drupal', 'user/register', { status: 403, body: 'no' }),
      verdict: 'pass',
    },
  ],
})
