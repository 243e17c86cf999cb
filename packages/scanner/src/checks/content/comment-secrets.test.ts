import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './comment-secrets.ts'

const comment = (text: string) => ({ page: page({ body: `<html><!-- ${text} --></html>` }) })

testCheck(check, {
  fires: [
    { name: 'a password', evidence: comment('admin password: Zk3fQ9aL'), outcome: 'credential', seen: 'password: Zk…' },
    { name: 'in a sentence', evidence: comment('TODO remove: user bob, password is hunter2!'), outcome: 'credential' },
    { name: 'a key', evidence: comment('api_key = "9f86d081884c7d65"'), outcome: 'credential' },
  ],
  silent: [
    { name: 'an ordinary comment', evidence: comment('end of header'), verdict: 'pass' },
    {
      name: 'a form that was commented out',
      evidence: comment('<input type="password" name="password" value="">'),
      verdict: 'pass',
    },
    { name: 'a variable', evidence: comment('password=$PASSWORD1'), verdict: 'pass' },
    { name: 'a rule', evidence: comment('password: required|min:8 characters'), verdict: 'pass' },
    { name: 'a sentence', evidence: comment('The password is checked by the server.'), verdict: 'pass' },
    { name: 'a template', evidence: comment('api_key: {{ key1 }}'), verdict: 'pass' },
    { name: 'no comment', evidence: { page: page({ body: '<p>password: Zk3fQ9aL</p>' }) }, verdict: 'skip' },
  ],
})
