import { testCheck } from '../../../test/check-table.ts'
import { visitors } from '../../../test/visitors.ts'
import check from './cloaking.ts'

const WORDS =
  'roses tulips soil water spade rain seed bed hedge lawn mower fork glove bulb root leaf stem petal thorn bark'
const article = (words: string) =>
  `<p>${Array.from({ length: 8 }, (_, n) =>
    words
      .split(' ')
      .map((word) => word + 'abcdefgh'[n])
      .join(' '),
  ).join(' ')}</p>`
const site = (more = '', head = '<title>Garden club</title>') =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${article(WORDS)}${more}<i>nonce-${'x'.repeat(9)}</i></body></html>`
const PILLS = '<a href="https://p.example/1">cheap viagra</a> cialis, levitra without prescription, online pharmacy'

testCheck(check, {
  fires: [
    {
      name: 'visitors from a search are redirected',
      evidence: visitors({ browser: site(), searcher: { to: 'https://pills.example/' } }),
      outcome: 'redirect',
    },
    {
      name: 'phones, by a refresh',
      evidence: visitors({
        browser: site(),
        phone: '<meta http-equiv="refresh" content="0; url=https://prize.example/">',
      }),
      outcome: 'redirect',
    },
    {
      name: 'phones, by a script',
      evidence: visitors({
        browser: site(),
        phone: site('<script>window.location.href="https://prize.example/"</script>'),
      }),
      outcome: 'redirect',
    },
    {
      name: 'once only',
      evidence: visitors({ browser: site(), searcher: [{ to: 'https://pills.example/' }, site()] }),
      outcome: 'redirect_once',
    },
    { name: 'search engines get spam', evidence: visitors({ browser: site(), robot: site(PILLS) }), outcome: 'spam' },
    {
      name: 'phones get a script',
      evidence: visitors({ browser: site(), phone: site('<script src="https://push.example/p.js"></script>') }),
      outcome: 'script',
    },
    {
      name: 'search engines get another page',
      evidence: visitors({
        browser: site(),
        robot: `<!doctype html><title>x</title>${article(
          WORDS.split(' ')
            .map((word) => [...word].reverse().join(''))
            .join(' '),
        )}`,
      }),
      outcome: 'different',
    },
  ],
  silent: [
    { name: 'all alike', evidence: visitors({ browser: site() }), verdict: 'pass' },
    {
      name: 'a layout for phones',
      evidence: visitors({
        browser: site(),
        phone: `<!doctype html><title>Garden</title><nav>menu</nav>${article(WORDS)}`,
      }),
      verdict: 'pass',
    },
    {
      name: 'the site’s own address for phones',
      evidence: visitors({ browser: site(), phone: { to: 'https://m.site.test/' } }),
      verdict: 'pass',
    },
    {
      name: 'the owner’s other name',
      evidence: visitors({ browser: site(), phone: { to: 'https://site.mobi/' } }),
      verdict: 'pass',
    },
    {
      name: 'a shop of apps',
      evidence: visitors({ browser: site(), phone: { to: 'https://apps.apple.com/app/1' } }),
      verdict: 'pass',
    },
    {
      name: 'everybody is redirected',
      evidence: visitors({ browser: { to: 'https://other.example/' } }),
      verdict: 'skip',
    },
    {
      name: 'a false search engine is refused',
      evidence: visitors({ browser: site(), robot: { status: 403, body: '<h1>Access denied</h1>' } }),
      verdict: 'pass',
    },
    {
      name: 'a false search engine is asked for a captcha',
      evidence: visitors({
        browser: site(),
        robot: `<!doctype html><title>Just a moment...</title><p>Checking your browser</p>`,
      }),
      verdict: 'pass',
    },
    {
      name: 'a shell, and the page made ready for robots',
      evidence: visitors({
        browser: '<!doctype html><title>App</title><div id=root></div><script src=/a.js></script>',
        robot: site(),
      }),
      verdict: 'pass',
    },
    {
      name: 'advertising that differs each time',
      evidence: visitors({
        browser: [
          site('<p>viagra</p><script src="https://ad1.example/a.js"></script>'),
          site('<script src="https://ad2.example/a.js"></script>'),
        ],
        phone: [site('<script src="https://ad3.example/a.js"></script>'), site()],
      }),
      verdict: 'pass',
    },
    {
      name: 'a redirect that a click makes',
      evidence: visitors({
        browser: site(),
        phone: site(
          '<script>document.getElementById("b").onclick=function(){location.href="https://partner.example/"}</script>',
        ),
      }),
      verdict: 'pass',
    },
    {
      name: 'a known service for phones only',
      evidence: visitors({ browser: site(), phone: site('<script src="https://cdn.onesignal.com/sdk.js"></script>') }),
      verdict: 'pass',
    },
  ],
})
