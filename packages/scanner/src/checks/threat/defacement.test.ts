import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './defacement.ts'

const body = (html: string) => ({ page: page({ body: `<!doctype html><html>${html}</html>` }) })

testCheck(check, {
  fires: [
    {
      name: 'as seen on mirrors',
      evidence: body(
        '<title>Hacked By xXGhostXx</title><body bgcolor=black><center><h1>Hacked By xXGhostXx</h1><p>Greetz: all members of cyber team. Your security is low!</p>',
      ),
      outcome: 'defaced',
    },
    {
      name: 'in figures',
      evidence: body('<title>H4ck3d by r00t</title><body>Sorry admin, patch your system'),
      outcome: 'defaced',
    },
    {
      name: 'a title alone',
      evidence: body('<title>Pwned by somebody</title><body><img src=skull.jpg>'),
      outcome: 'defaced',
    },
    {
      name: 'a heading among links',
      evidence: body(`<title>Blog</title><h1>Hacked by my cat</h1>${'<a href="/x">x</a>'.repeat(8)}`),
      outcome: 'claim',
    },
  ],
  silent: [
    {
      name: 'a story',
      evidence: body(
        `<title>How our site was hacked by a bot – and what we learned</title><h1>Our story</h1><p>${'We noticed strange files one morning and looked into the logs. '.repeat(60)}</p>`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a book',
      evidence: body('<title>Hacked: a novel by J. Smith</title><h1>Hacked</h1><p>Buy it here'),
      verdict: 'pass',
    },
    { name: 'an owner', evidence: body('<title>The inn</title><h1>Family owned since 1901</h1>'), verdict: 'pass' },
    {
      name: 'in the text',
      evidence: body('<title>News</title><p>The ministry was hacked by unknown persons.'),
      verdict: 'pass',
    },
    {
      name: 'no page',
      evidence: { page: page({ headers: { 'Content-Type': 'text/plain' }, body: 'Hacked by x' }) },
      verdict: 'skip',
    },
  ],
})
