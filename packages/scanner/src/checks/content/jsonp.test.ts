import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './jsonp.ts'

const body = (html: string) => ({ page: page({ body: `<!doctype html>${html}` }) })

testCheck(check, {
  fires: [
    { name: 'a callback', evidence: body('<script src="/api/user?callback=showUser"></script>'), outcome: 'offered' },
  ],
  silent: [
    { name: 'a version', evidence: body('<script src="/app.js?cb=1712345678"></script>'), verdict: 'pass' },
    {
      name: 'of somebody else',
      evidence: body('<script src="https://maps.other.example/api?callback=initMap"></script>'),
      verdict: 'skip',
    },
  ],
})
