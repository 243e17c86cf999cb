import { testCheck } from '../../../test/check-table.ts'
import { exchange, page } from '../../../test/evidence.ts'
import check from './open-redirect-parameter.ts'

const body = (html: string) => ({ page: page({ body: html }) })
const redirected = (url: string, to: string) => {
  const first = exchange({ url, status: 302, headers: { Location: to } })
  const end = page({ body: '<p>x' })
  return { page: { ...end, redirects: [first, end.exchange] } }
}

testCheck(check, {
  fires: [
    {
      name: 'a link that leads out',
      evidence: body('<a href="/out?url=https%3A%2F%2Fother.example%2F">x</a>'),
      outcome: 'named',
    },
    { name: 'without a scheme', evidence: body('<a href="/login?next=//other.example/a">x</a>'), outcome: 'named' },
    {
      name: 'followed',
      evidence: redirected('https://site.test/?next=https://site.test/home', 'https://site.test/home'),
      outcome: 'followed',
    },
  ],
  silent: [
    { name: 'a path', evidence: body('<a href="/login?next=/account">x</a>'), verdict: 'pass' },
    {
      name: 'the site itself',
      evidence: body('<a href="/login?return_to=https://site.test/a">x</a>'),
      verdict: 'pass',
    },
    {
      name: 'sharing elsewhere',
      evidence: body('<a href="https://social.example/share?url=https://site.test/">x</a><a href="/a">a</a>'),
      verdict: 'skip',
    },
    {
      name: 'a search for an address',
      evidence: body('<a href="/search?q=https://other.example/">x</a>'),
      verdict: 'pass',
    },
    {
      name: 'a redirect of its own',
      evidence: redirected('https://site.test/?lang=en', 'https://site.test/en'),
      verdict: 'skip',
    },
  ],
})
