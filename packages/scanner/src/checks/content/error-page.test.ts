import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './error-page.ts'

const answer = (body: string, status = 404) => ({
  not_found: exchange({ url: 'https://site.test/none', status, body }),
})

testCheck(check, {
  fires: [
    { name: 'Rails', evidence: answer('<title>Action Controller: Exception caught</title>'), outcome: 'debug' },
    {
      name: 'Symfony',
      evidence: answer('<div class="exception-summary "><h1>No route found</h1></div>'),
      outcome: 'debug',
    },
    {
      name: 'Go',
      evidence: answer('goroutine 1 [running]:\nmain.main()\n\t/srv/main.go:7 +0x1d', 500),
      outcome: 'details',
    },
  ],
  silent: [
    { name: 'a plain page', evidence: answer('<h1>Not found</h1>'), verdict: 'pass' },
    {
      name: 'nginx',
      evidence: answer(
        '<html><head><title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a start page for every address, which quotes an error',
      evidence: answer('<p>Fixed: SQLSTATE[42000]: syntax</p>', 200),
      verdict: 'pass',
    },
    { name: 'nothing', evidence: answer(''), verdict: 'skip' },
  ],
})
