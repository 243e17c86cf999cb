import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './blocklist.ts'

const body = (html: string) => ({ page: page({ body: `<!doctype html><h1>x</h1>${html}` }) })

testCheck(check, {
  fires: [
    { name: 'a script', evidence: body('<script src="https://js.drakefollow.com/sync"></script>'), outcome: 'loads' },
    {
      name: 'a form',
      evidence: body('<form action="https://baways.com/gateway/app/dataprocessing/api/"></form>'),
      outcome: 'loads',
    },
    { name: 'a link', evidence: body('<a href="https://legendarytable.com/">win</a>'), outcome: 'links' },
  ],
  silent: [
    {
      name: 'a host that only ends alike',
      evidence: body('<script src="https://notbaways.com/a.js"></script>'),
      verdict: 'pass',
    },
    { name: 'named in a story', evidence: body('<p>The skimmer sent cards to baways.com.</p>'), verdict: 'pass' },
    { name: 'in a path', evidence: body('<a href="https://news.test/baways.com">story</a>'), verdict: 'pass' },
    {
      name: 'no page',
      evidence: { page: page({ headers: { 'Content-Type': 'application/json' }, body: '{}' }) },
      verdict: 'skip',
    },
  ],
})
