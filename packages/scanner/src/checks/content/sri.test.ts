import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './sri.ts'

const html = (body: string) => ({ page: page({ body }) })
const JQUERY = 'https://code.jquery.com/jquery-3.7.1.min.js'
const HASH = 'sha384-1H217gwSVyLSIfaLxHbE7dRb3v4mYCKbpQvzx0cegeju1MVsGrX5xXxAvs/HgeFs'

testCheck(check, {
  fires: [
    { name: 'a library', evidence: html(`<script src="${JQUERY}"></script>`), outcome: 'library', seen: JQUERY },
    {
      name: 'by an address without scheme',
      evidence: html('<script src="//unpkg.com/vue@3.4.21/dist/vue.js"></script>'),
      outcome: 'library',
    },
    {
      name: 'an empty integrity',
      evidence: html(`<script src="${JQUERY}" integrity=""></script>`),
      outcome: 'library',
    },
    {
      name: 'a digest that browsers do not know',
      evidence: html(`<script src="${JQUERY}" integrity="md5-abc"></script>`),
      outcome: 'library',
    },
    {
      name: 'a living service',
      evidence: html('<script async src="https://js.stripe.com/v3/"></script>'),
      outcome: 'service',
    },
    {
      name: 'a version that moves',
      evidence: html('<script src="https://cdn.jsdelivr.net/npm/vue@3"></script>'),
      outcome: 'service',
    },
    {
      name: 'another customer of the same platform',
      evidence: {
        page: page({ url: 'https://me.github.io/', body: '<script src="https://you.github.io/a.js"></script>' }),
      },
      outcome: 'service',
    },
  ],
  silent: [
    {
      name: 'pinned',
      evidence: html(`<script src="${JQUERY}" integrity="${HASH}" crossorigin></script>`),
      verdict: 'pass',
    },
    {
      name: 'pinned, with two digests',
      evidence: html(`<script src="${JQUERY}" integrity=" sha256-abc= ${HASH} "></script>`),
      verdict: 'pass',
    },
    { name: 'own script', evidence: html('<script src="/app.js"></script>'), verdict: 'skip' },
    {
      name: 'own host of static files',
      evidence: html('<script src="https://static.site.test/app.js"></script>'),
      verdict: 'skip',
    },
    { name: 'inline', evidence: html('<script>1</script>'), verdict: 'skip' },
    { name: 'data:', evidence: html('<script src="data:text/javascript,1"></script>'), verdict: 'skip' },
    { name: 'in a comment', evidence: html(`<!-- <script src="${JQUERY}"></script> -->`), verdict: 'skip' },
    {
      name: 'no HTML',
      evidence: {
        page: page({ headers: { 'Content-Type': 'text/plain' }, body: `<script src="${JQUERY}"></script>` }),
      },
      verdict: 'skip',
    },
  ],
})
