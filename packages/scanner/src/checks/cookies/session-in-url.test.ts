import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './session-in-url.ts'

const html = (body: string) => ({ page: page({ body }) })
const ID = '4f3a1c9e8b75d06a9e0d4b2f7c1a8e5d'

testCheck(check, {
  fires: [
    {
      name: 'a link of PHP',
      evidence: html(`<a href="/cart?PHPSESSID=${ID}">cart</a>`),
      outcome: 'found',
      seen: `https://site.test/cart?PHPSESSID=${ID}`,
    },
    {
      name: 'a path parameter of a servlet',
      evidence: html(`<form action="/login;jsessionid=${ID}?a=b">`),
      outcome: 'found',
    },
    {
      name: 'a redirect',
      evidence: { page: page({ status: 302, headers: { Location: `/start;jsessionid=${ID}.node1` } }) },
      outcome: 'found',
    },
    { name: 'ASP.NET', evidence: html('<a href="/(S(lit3py55t21z5v55vlm25s55))/a.aspx">a</a>'), outcome: 'found' },
    {
      name: 'in many links, told once',
      evidence: html(`<a href="/?sid=${ID}">a</a><a href="/b?sid=${ID}">b</a>`),
      outcome: 'found',
    },
  ],
  silent: [
    { name: 'plain links', evidence: html('<a href="/cart?id=12">cart</a>'), verdict: 'pass' },
    { name: 'sid as the number of a story', evidence: html('<a href="/story?sid=1042">story</a>'), verdict: 'pass' },
    {
      name: 'another site’s session',
      evidence: html(`<a href="https://other.test/?PHPSESSID=${ID}">x</a>`),
      verdict: 'pass',
    },
    { name: 'in the text only', evidence: html(`<a href="/">/?PHPSESSID=${ID}</a>`), verdict: 'pass' },
    { name: 'a link that is no URL', evidence: html('<a href="https://[">x</a><a href="/">y</a>'), verdict: 'pass' },
    { name: 'no links', evidence: html('<p>Hello</p>'), verdict: 'skip' },
  ],
})
