import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './compromised-cdn.ts'

const html = (body: string) => ({ page: page({ body }) })

testCheck(check, {
  fires: [
    {
      name: 'polyfill.io',
      evidence: html('<script src="https://cdn.polyfill.io/v3/polyfill.min.js?features=es6"></script>'),
      outcome: 'hostile',
    },
    {
      name: 'a stylesheet',
      evidence: html('<link rel="stylesheet" href="//cdn.bootcss.com/a/b.css">'),
      outcome: 'hostile',
    },
    {
      name: 'in the same hands',
      evidence: html('<script src="https://polyfill.com/a.js"></script>'),
      outcome: 'suspect',
    },
  ],
  silent: [
    {
      name: 'the mirror of Cloudflare',
      evidence: html('<script src="https://cdnjs.cloudflare.com/polyfill/v3/polyfill.min.js"></script>'),
      verdict: 'pass',
    },
    {
      name: 'a name that only ends alike',
      evidence: html('<script src="https://notpolyfill.io/a.js"></script>'),
      verdict: 'pass',
    },
    { name: 'in the path', evidence: html('<script src="/vendor/polyfill.io/a.js"></script>'), verdict: 'pass' },
    {
      name: 'a link to the story',
      evidence: html('<a href="https://polyfill.io/">what happened</a>'),
      verdict: 'skip',
    },
  ],
})
