import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './public-key-pins.ts'

testCheck(check, {
  fires: [
    {
      name: 'pins',
      evidence: { page: page({ headers: { 'Public-Key-Pins': 'pin-sha256="a="; max-age=5184000' } }) },
      outcome: 'obsolete',
      seen: 'pin-sha256="a="; max-age=5184000',
    },
    {
      name: 'only reported',
      evidence: { page: page({ headers: { 'public-key-pins-report-only': 'pin-sha256="a="' } }) },
      outcome: 'obsolete',
    },
  ],
  silent: [
    { name: 'not sent', evidence: { page: page() }, verdict: 'pass' },
    {
      name: 'a word on the page',
      evidence: { page: page({ body: '<p>Public-Key-Pins: pin-sha256' }) },
      verdict: 'pass',
    },
  ],
})
