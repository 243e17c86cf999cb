import { testCheck } from '../../../test/check-table.ts'
import { script } from '../../../test/evidence.ts'
import check from './dom-xss-file.ts'

const file = (body: string) => ({ script: script(body) })

testCheck(check, {
  fires: [
    { name: 'html', evidence: file(`export const show = (el) => { el.innerHTML = location.hash }`), outcome: 'html' },
    { name: 'code', evidence: file(`new Function(location.search.slice(1))()`), outcome: 'code' },
    {
      name: 'script address',
      evidence: file(`const s = document.createElement('script'); s.src = location.hash.slice(1)`),
      outcome: 'script_address',
    },
    {
      name: 'navigation',
      evidence: file(`window.location = decodeURIComponent(location.hash.slice(1))`),
      outcome: 'navigation',
    },
  ],
  silent: [
    {
      name: 'a router',
      evidence: file(
        `const route = location.hash.slice(1) || '/'; const view = routes[route]; if (view) app.innerHTML = view()`,
      ),
      verdict: 'pass',
    },
    { name: 'no script at all', evidence: file('<!doctype html><p>not found'), verdict: 'pass' },
    { name: 'an empty file', evidence: file(''), verdict: 'pass' },
    { name: 'text', evidence: file(`el.textContent = document.referrer`), verdict: 'pass' },
  ],
})
