import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './message-origin.ts'

const code = (script: string) => ({ page: page({ body: `<!doctype html><div id=a></div><script>${script}</script>` }) })

testCheck(check, {
  fires: [
    {
      name: 'data to markup',
      evidence: code(
        `window.addEventListener('message', function (e) { document.getElementById('a').innerHTML = e.data })`,
      ),
      outcome: 'acts',
    },
    { name: 'data to eval', evidence: code(`window.onmessage = (e) => { eval(e.data.code) }`), outcome: 'acts' },
    {
      name: 'data kept',
      evidence: code(`addEventListener('message', ({ data }) => { window.token = data.token })`),
      outcome: 'unchecked',
    },
  ],
  silent: [
    {
      name: 'origin compared',
      evidence: code(
        `window.addEventListener('message', function (e) { if (e.origin !== 'https://pay.test') return; document.getElementById('a').innerHTML = e.data })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'source compared',
      evidence: code(
        `window.addEventListener('message', function (e) { if (e.source === frame.contentWindow) resize(e.data.height) })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'origin taken apart',
      evidence: code(
        `window.addEventListener('message', ({ data, origin }) => { if (allowed.has(origin)) use(data) })`,
      ),
      verdict: 'pass',
    },
    { name: 'a worker', evidence: code(`worker.onmessage = function (e) { show(e.data) }`), verdict: 'pass' },
    {
      name: 'a socket',
      evidence: code(`socket.addEventListener('message', function (e) { show(JSON.parse(e.data)) })`),
      verdict: 'pass',
    },
    { name: 'no code', evidence: { page: page({ body: '<p>x' }) }, verdict: 'skip' },
  ],
})
