import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './mail-address.ts'

const body = (html: string) => ({ page: page({ body: `<!doctype html>${html}` }) })

testCheck(check, {
  fires: [
    {
      name: 'in the text',
      evidence: body('<p>Write to jane.doe@site-mail.net</p>'),
      outcome: 'shown',
      seen: 'jane.doe@site-mail.net',
    },
    {
      name: 'in a link',
      evidence: body('<a href="mailto:Info@shop.co.uk?subject=x">Mail</a>'),
      outcome: 'shown',
      seen: 'info@shop.co.uk',
    },
    { name: 'in a comment', evidence: body('<!-- ask bob@corp.io -->'), outcome: 'shown' },
  ],
  silent: [
    { name: 'nobody’s', evidence: body('<p>you@example.com</p>'), verdict: 'pass' },
    { name: 'a picture for fine screens', evidence: body('<img src="logo@2x.png"> logo@2x.png'), verdict: 'pass' },
    { name: 'a package', evidence: body('<p>npm i lodash@4.17.21 @types/node</p>'), verdict: 'pass' },
    {
      name: 'no page',
      evidence: { page: page({ headers: { 'Content-Type': 'text/plain' }, body: 'a@b.io' }) },
      verdict: 'skip',
    },
  ],
})
