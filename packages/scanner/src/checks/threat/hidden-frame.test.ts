import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './hidden-frame.ts'

const body = (html: string) => ({ page: page({ body: html }) })
const doc = (html: string) => body(`<!doctype html><html><body><h1>Shop</h1>${html}</body></html>`)

testCheck(check, {
  fires: [
    {
      name: 'after the end',
      evidence: body(
        '<!doctype html><html><body>x</body></html><iframe src="http://traff.example/in.cgi?3" width="1" height="1"></iframe>',
      ),
      outcome: 'outside',
    },
    {
      name: 'before the beginning',
      evidence: body(
        '<iframe src="http://load.example/" style="visibility:hidden"></iframe><!doctype html><html><body>x</body></html>',
      ),
      outcome: 'outside',
    },
    {
      name: 'in a box off the screen',
      evidence: doc(
        '<div style="position:absolute; left:-9999px"><iframe src="https://other.example/x"></iframe></div>',
      ),
      outcome: 'hidden',
    },
    {
      name: 'not displayed',
      evidence: doc('<iframe src="https://other.example/x" style="display: none"></iframe>'),
      outcome: 'hidden',
    },
    {
      name: 'without size',
      evidence: doc('<iframe src="//other.example/x" width=0 height=0 frameborder=0></iframe>'),
      outcome: 'hidden',
    },
  ],
  silent: [
    {
      name: 'Google Tag Manager without scripts',
      evidence: doc(
        '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a payment provider’s own frame',
      evidence: doc(
        '<iframe src="https://js.stripe.com/v3/controller.html" style="position:absolute;left:-9999px" width=1 height=1></iframe>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a visible video',
      evidence: doc('<iframe src="https://video.other.example/1" width="560" height="315"></iframe>'),
      verdict: 'pass',
    },
    {
      name: 'a chat that opens later, of the site',
      evidence: doc('<iframe src="https://chat.site.test/w" style="display:none"></iframe>'),
      verdict: 'pass',
    },
    {
      name: 'a log-in renewed in silence by the site',
      evidence: doc('<iframe src="/silent-renew" hidden></iframe>'),
      verdict: 'pass',
    },
    {
      name: 'a frame without address',
      evidence: doc('<iframe style="display:none" srcdoc="x"></iframe>'),
      verdict: 'pass',
    },
    {
      name: 'a small banner',
      evidence: doc('<iframe src="https://ads.other.example/b" width="88" height="31"></iframe>'),
      verdict: 'pass',
    },
    { name: 'no frame', evidence: doc('<p>x'), verdict: 'skip' },
  ],
})
