import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './mixed-content.ts'

const html = (body: string, headers = {}) => ({ page: page({ body, headers }) })

testCheck(check, {
  fires: [
    {
      name: 'script',
      evidence: html('<script src=http://cdn.test/a.js></script>'),
      outcome: 'active',
      seen: 'http://cdn.test/a.js',
    },
    {
      name: 'stylesheet',
      evidence: html('<link rel="preload STYLESHEET" href=http://cdn.test/a.css>'),
      outcome: 'active',
    },
    { name: 'frame', evidence: html('<iframe src=HTTP://video.test/embed/1></iframe>'), outcome: 'active' },
    { name: 'object', evidence: html('<object data=http://cdn.test/a.pdf></object>'), outcome: 'active' },
    {
      name: 'everything by a plain base',
      evidence: html('<base href=http://site.test/><script src=a.js></script>'),
      outcome: 'active',
      seen: 'http://site.test/a.js',
    },
    { name: 'image', evidence: html('<img src=http://img.test/a.png>'), outcome: 'passive' },
    {
      name: 'srcset and video',
      evidence: html('<img srcset="/a.png, http://img.test/b.png 2x"><video src=http://v.test/a.mp4>'),
      outcome: 'passive',
      seen: 'http://img.test/b.png\nhttp://v.test/a.mp4',
    },
    { name: 'form', evidence: html('<form action=http://site.test/login method=post></form>'), outcome: 'form' },
    {
      name: 'the button’s own action',
      evidence: html('<form action=/x><button formaction=http://site.test/y>go</button></form>'),
      outcome: 'form',
    },
    {
      name: 'all three',
      evidence: html('<img src=http://a.test/><script src=http://b.test/></script><form action=http://c.test/></form>'),
      outcome: ['active', 'form', 'passive'],
    },
    {
      name: 'upgrade only reported',
      evidence: html('<img src=http://a.test/>', {
        'Content-Security-Policy-Report-Only': 'upgrade-insecure-requests',
      }),
      outcome: 'passive',
    },
  ],
  silent: [
    {
      name: 'secure resources',
      evidence: html('<script src=https://cdn.test/a.js></script><img src=/a.png>'),
      verdict: 'pass',
    },
    { name: 'scheme-relative', evidence: html('<script src=//cdn.test/a.js></script>'), verdict: 'pass' },
    {
      name: 'a link is no load',
      evidence: html('<a href=http://other.test/>x</a><link rel=canonical href=http://site.test/>'),
      verdict: 'pass',
    },
    {
      name: 'data, blob and javascript',
      evidence: html(
        '<img src="data:image/png;base64,AA=="><iframe src="javascript:0"></iframe><iframe src="about:blank"></iframe>',
      ),
      verdict: 'pass',
    },
    { name: 'commented out', evidence: html('<!-- <script src=http://cdn.test/a.js></script> -->'), verdict: 'pass' },
    { name: 'in a template', evidence: html('<template><img src=http://a.test/></template>'), verdict: 'pass' },
    {
      name: 'an address in a script’s text',
      evidence: html('<script>var u = "<img src=http://a.test/>"</script>'),
      verdict: 'pass',
    },
    { name: 'an XML namespace', evidence: html('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), verdict: 'pass' },
    {
      name: 'a service of this machine',
      evidence: html('<script src=http://localhost:9222/x.js></script><img src=http://127.0.0.1/>'),
      verdict: 'pass',
    },
    {
      name: 'upgraded by policy',
      evidence: html('<script src=http://cdn.test/a.js></script>', {
        'Content-Security-Policy': 'default-src https:; Upgrade-Insecure-Requests',
      }),
      verdict: 'skip',
    },
    {
      name: 'plain page',
      evidence: { page: page({ url: 'http://site.test/', body: '<img src=http://a.test/>' }) },
      verdict: 'skip',
    },
    { name: 'no HTML', evidence: html('<img src=http://a.test/>', { 'Content-Type': 'text/plain' }), verdict: 'skip' },
  ],
})
