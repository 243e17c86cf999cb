import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './injected-script.ts'

const body = (html: string) => ({ page: page({ body: html }) })
const doc = (html: string) => body(`<!doctype html><html><head>${html}</head><body>x</body></html>`)

testCheck(check, {
  fires: [
    {
      name: 'one letter turned',
      evidence: doc('<script src="https://www.google-anaiytics.com/analytics.js"></script>'),
      outcome: 'imitation',
    },
    {
      name: 'a letter left out',
      evidence: doc('<script src="https://www.googletagmanger.com/gtm.js"></script>'),
      outcome: 'imitation',
    },
    {
      name: 'digits for letters',
      evidence: doc('<script src="//cdn.c1oudf1are.net/a.js"></script>'),
      outcome: 'imitation',
    },
    {
      name: 'a bare address',
      evidence: doc('<script src="http://185.100.87.3/jquery.js"></script>'),
      outcome: 'by_address',
    },
    {
      name: 'after the end',
      evidence: body('<!doctype html><html><body>x</body></html>\n<script src="https://count.example/c.js"></script>'),
      outcome: 'outside',
    },
  ],
  silent: [
    {
      name: 'the real ones',
      evidence: doc(
        '<script src="https://www.googletagmanager.com/gtm.js"></script><script src="https://www.google-analytics.com/ga.js"></script><script src="https://cdnjs.cloudflare.com/x.js"></script>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a name of its own',
      evidence: doc('<script src="https://cdn.googlogic.example/a.js"></script>'),
      verdict: 'pass',
    },
    {
      name: 'a known service after the end',
      evidence: body(
        '<!doctype html><html><body>x</body></html><script src="https://static.cloudflareinsights.com/beacon.min.js"></script>',
      ),
      verdict: 'pass',
    },
    {
      name: 'the site’s own after the end',
      evidence: body(
        '<!doctype html><html><body>x</body></html><script src="/foot.js"></script><script src="https://other.example/ok.js" hidden></script>'.replace(
          '<script src="https://other.example/ok.js" hidden></script>',
          '',
        ),
      ),
      verdict: 'skip',
    },
    {
      name: 'the machine next door',
      evidence: doc('<script src="http://127.0.0.1:35729/livereload.js"></script>'),
      verdict: 'pass',
    },
    { name: 'no scripts of others', evidence: doc('<script src="/a.js"></script>'), verdict: 'skip' },
  ],
})
