import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './iframe-sandbox.ts'

const html = (body: string) => ({ page: page({ body }) })

testCheck(check, {
  fires: [
    {
      name: 'same origin, both',
      evidence: html('<iframe sandbox="allow-scripts allow-same-origin" src="/user/1">'),
      outcome: 'escapable',
    },
    {
      name: 'free to navigate',
      evidence: html('<iframe sandbox="allow-scripts allow-top-navigation" src="https://other.test/">'),
      outcome: 'navigates',
    },
  ],
  silent: [
    {
      name: 'another origin, both',
      evidence: html('<iframe sandbox="allow-scripts allow-same-origin" src="https://other.test/">'),
      verdict: 'pass',
    },
    { name: 'scripts only', evidence: html('<iframe sandbox="allow-scripts" src="/user/1">'), verdict: 'pass' },
    {
      name: 'navigation by click',
      evidence: html('<iframe sandbox="allow-top-navigation-by-user-activation" src="https://other.test/">'),
      verdict: 'pass',
    },
    { name: 'no sandbox', evidence: html('<iframe src="https://other.test/">'), verdict: 'skip' },
  ],
})
