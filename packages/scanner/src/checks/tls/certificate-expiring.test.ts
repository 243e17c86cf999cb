import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import check from './certificate-expiring.ts'

const life = (from: number, to: number) => ({ tls: tls([leaf({ from, to })]) })

testCheck(check, {
  fires: [
    { name: '398 days, 29 left', evidence: life(-369, 29), outcome: 'soon', seen: '2026-02-12T23:59:59.000Z' },
    { name: '398 days, 13 left', evidence: life(-385, 13), outcome: 'very_soon' },
    { name: '90 days, 20 left', evidence: life(-70, 20), outcome: 'soon' },
    { name: '90 days, 10 left', evidence: life(-80, 10), outcome: 'very_soon' },
    { name: '47 days, 10 left', evidence: life(-37, 10), outcome: 'soon' },
    { name: '6 days, one left', evidence: life(-5, 1), outcome: 'soon' },
    { name: '6 days, half a day left', evidence: life(-5.5, 0.5), outcome: 'very_soon' },
    { name: 'ten years, a week left', evidence: life(-3643, 7), outcome: 'very_soon' },
  ],
  silent: [
    { name: '398 days, 31 left', evidence: life(-367, 31), verdict: 'pass' },
    { name: '90 days, on the day of renewal', evidence: life(-60, 30), verdict: 'pass' },
    { name: '90 days, renewal a week late', evidence: life(-67, 23), verdict: 'pass' },
    { name: '47 days, 13 left', evidence: life(-34, 13), verdict: 'pass' },
    { name: 'a six-day certificate in its first hour', evidence: life(-0.05, 6.6), verdict: 'pass' },
    { name: 'a six-day certificate at half time', evidence: life(-3.3, 3.3), verdict: 'pass' },
    { name: 'brand-new', evidence: life(0, 90), verdict: 'pass' },
    { name: 'expired', evidence: life(-91, -1), verdict: 'skip' },
  ],
})
