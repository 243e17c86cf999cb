import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './secrets.ts'

const RANDOM = 'q3Zt8Kx1Lw0sPb7VnR2yHd5GfJ9mCaTe4UoWi6Xv'
const body = (text: string) => ({ page: page({ body: text }) })

testCheck(check, {
  fires: [
    {
      name: 'a live key in a script',
      evidence: body(`<script>Stripe('sk_live_${RANDOM.slice(0, 24)}')</script>`),
      outcome: 'secret',
      seen: 'Stripe live key: sk_live_…Hd5G',
    },
    {
      name: 'a database address in a comment',
      evidence: body('<!-- mongodb://app:Zk3fQ9aL@db.site.test/app -->'),
      outcome: 'secret',
    },
    {
      name: 'a key for maps',
      evidence: body(`<script src="https://maps.googleapis.com/maps/api/js?key=AIza${RANDOM.slice(0, 35)}"></script>`),
      outcome: 'browser_key',
    },
  ],
  silent: [
    { name: 'an ordinary page', evidence: body('<h1>Keys and locks</h1>'), verdict: 'pass' },
    {
      name: 'documentation',
      evidence: body('<code>AKIAIOSFODNN7EXAMPLE / wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY</code>'),
      verdict: 'pass',
    },
    {
      name: 'a publishable key',
      evidence: body(`<script>Stripe('pk_live_${RANDOM.slice(0, 24)}')</script>`),
      verdict: 'pass',
    },
    { name: 'nothing', evidence: body(''), verdict: 'skip' },
  ],
})
