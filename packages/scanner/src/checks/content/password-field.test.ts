import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './password-field.ts'

const html = (body: string) => ({ page: page({ body }) })

testCheck(check, {
  fires: [
    { name: 'autocomplete off', evidence: html('<input type=password autocomplete=OFF>'), outcome: 'autocomplete_off' },
    {
      name: 'a value',
      evidence: html('<input type=password name=p value="hunter2!">'),
      outcome: 'prefilled',
      seen: 'value of 8 characters',
    },
    { name: 'a text field', evidence: html('<input name=password>'), outcome: 'visible', seen: 'password' },
  ],
  silent: [
    { name: 'plain', evidence: html('<input type=password name=password>'), verdict: 'pass' },
    {
      name: 'current-password',
      evidence: html('<input type=password autocomplete="current-password">'),
      verdict: 'pass',
    },
    {
      name: 'stars for a password that is set',
      evidence: html('<input type=password value="********">'),
      verdict: 'pass',
    },
    { name: 'a label in the field', evidence: html('<input type=password value="Password">'), verdict: 'pass' },
    { name: 'hidden', evidence: html('<input type=hidden name=password>'), verdict: 'skip' },
    { name: 'a hint about one', evidence: html('<input name=password_hint>'), verdict: 'skip' },
  ],
})
