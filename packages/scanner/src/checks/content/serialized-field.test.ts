import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './serialized-field.ts'

const html = (body: string) => ({ page: page({ body }) })
const JAVA = Buffer.from('aced00057372000448656c6c', 'hex').toString('base64')

testCheck(check, {
  fires: [
    {
      name: 'a hidden field',
      evidence: html(`<input type=hidden name=state value="${JAVA}">`),
      outcome: 'found',
      seen: JAVA,
    },
    {
      name: 'a link',
      evidence: html(`<a href="/next?o=${encodeURIComponent('O:4:"Cart":1:{s:1:"n";i:1;}')}">x</a>`),
      outcome: 'found',
    },
  ],
  silent: [
    {
      name: 'plain values',
      evidence: html('<input type=hidden name=id value="12"><a href="/?page=2">x</a>'),
      verdict: 'pass',
    },
    { name: 'JSON', evidence: html(`<input type=hidden name=o value='{"a":1}'>`), verdict: 'pass' },
    {
      name: 'a link of another site',
      evidence: html(`<a href="/?a=1">y</a><a href="https://other.test/?o=${JAVA}">x</a>`),
      verdict: 'pass',
    },
    { name: 'nothing', evidence: html('<p>Hello</p>'), verdict: 'skip' },
  ],
})
