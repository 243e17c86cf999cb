import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './seo-spam.ts'

const body = (html: string, head = '<title>Garden club</title>') => ({
  page: page({ body: `<!doctype html><html lang="en"><head>${head}</head><body><h1>Roses</h1>${html}</body></html>` }),
})
const links = (...texts: string[]) =>
  texts.map((text, n) => `<a href="https://shop${n}.example/${n}">${text}</a>`).join(' ')
const PILLS = links('buy viagra online', 'cheap cialis', 'levitra no prescription', 'kamagra')

testCheck(check, {
  fires: [
    {
      name: 'off the screen',
      evidence: body(`<div style="position:absolute;left:-5000px">${PILLS}</div>`),
      outcome: 'hidden_links',
    },
    {
      name: 'hidden by a script',
      evidence: body(
        `<div id="sx">${links('casino online', 'situs slot gacor', 'judi bola')}</div><script>document.getElementById("sx").style.display="none"</script>`,
      ),
      outcome: 'hidden_links',
    },
    {
      name: 'in a marquee of one pixel',
      evidence: body(`<marquee width="1" height="1">${PILLS}</marquee>`),
      outcome: 'hidden_links',
    },
    {
      name: 'without such words',
      evidence: body(
        `<div style="overflow:hidden;height:1px">${links('garden', 'sofas', 'tyres', 'loans', 'hotels', 'shoes')}</div>`,
      ),
      outcome: 'hidden_foreign',
    },
    {
      name: 'in the comments',
      evidence: body(
        links('replica watches', 'fake rolex', 'payday loans', 'online casino', 'viagra', 'write my essay'),
      ),
      outcome: 'planted',
    },
    {
      name: 'Japanese goods',
      evidence: body('<p>x', '<title>【激安】ブランド 財布 通販 送料無料</title>'),
      outcome: 'japanese',
    },
  ],
  silent: [
    {
      name: 'a skip link and a menu',
      evidence: body(
        '<a href="#main" style="position:absolute;left:-999px">Skip</a><ul style="display:none"><li><a href="/a">A</a><li><a href="/b">B</a></ul>',
      ),
      verdict: 'pass',
    },
    {
      name: 'own social pages, shown on demand',
      evidence: body(
        '<div style="display:none"><a href="https://facebook.com/x">f</a><a href="https://x.com/x">x</a><a href="https://youtube.com/x">y</a><a href="https://instagram.com/x">i</a><a href="https://linkedin.com/x">l</a></div>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a pharmacy',
      evidence: body(PILLS + PILLS, '<title>Online pharmacy: viagra and cialis</title>'),
      verdict: 'pass',
    },
    {
      name: 'a guide to casinos',
      evidence: body(
        links('casino a', 'casino b', 'casino c', 'casino d', 'casino e', 'casino f'),
        '<title>The best casinos</title>',
      ),
      verdict: 'pass',
    },
    {
      name: 'a story about spam',
      evidence: body(`<p>They advertise viagra and casino sites. ${links('source')}`),
      verdict: 'pass',
    },
    {
      name: 'a Japanese shop',
      evidence: { page: page({ body: '<html lang="ja"><title>激安 通販 ショップ</title><p>ようこそ' }) },
      verdict: 'pass',
    },
    {
      name: 'no page',
      evidence: { page: page({ headers: { 'Content-Type': 'text/plain' }, body: 'viagra' }) },
      verdict: 'skip',
    },
  ],
})
