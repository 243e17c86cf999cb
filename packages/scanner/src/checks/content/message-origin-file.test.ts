import { testCheck } from '../../../test/check-table.ts'
import { script } from '../../../test/evidence.ts'
import check from './message-origin-file.ts'

const file = (body: string) => ({ script: script(body) })

testCheck(check, {
  fires: [
    {
      name: 'acts',
      evidence: file(
        `window.addEventListener('message', (e) => { document.body.insertAdjacentHTML('beforeend', e.data) })`,
      ),
      outcome: 'acts',
    },
    {
      name: 'unchecked',
      evidence: file(
        `window.addEventListener('message', (e) => { if (e.data.type === 'height') frame.style.height = e.data.height })`,
      ),
      outcome: 'unchecked',
    },
  ],
  silent: [
    {
      name: 'checked',
      evidence: file(
        `window.addEventListener('message', (e) => { if (e.origin !== location.origin) return; apply(e.data) })`,
      ),
      verdict: 'pass',
    },
    {
      name: 'a worker’s own file',
      evidence: file(`self.addEventListener('message', (e) => { postMessage(compute(e.data)) })`),
      verdict: 'pass',
    },
  ],
})
