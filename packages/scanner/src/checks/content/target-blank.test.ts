import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './target-blank.ts'

const html = (body: string) => ({ page: page({ body }) })

testCheck(check, {
  fires: [
    {
      name: 'opener',
      evidence: html('<a href="https://other.test/" target=_BLANK rel="external Opener">x</a>'),
      outcome: 'opener',
      seen: 'https://other.test/',
    },
  ],
  silent: [
    {
      name: 'no rel: browsers imply noopener',
      evidence: html('<a href="https://other.test/" target=_blank>x</a>'),
      verdict: 'pass',
    },
    {
      name: 'noopener beside it',
      evidence: html('<a href="https://other.test/" target=_blank rel="opener noopener">x</a>'),
      verdict: 'pass',
    },
    { name: 'own page', evidence: html('<a href="/help" target=_blank rel=opener>x</a>'), verdict: 'skip' },
    { name: 'the same tab', evidence: html('<a href="https://other.test/" rel=opener>x</a>'), verdict: 'skip' },
  ],
})
