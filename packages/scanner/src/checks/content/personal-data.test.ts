import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './personal-data.ts'

const html = (body: string) => ({ page: page({ body: `<!doctype html><h1>Account</h1>${body}` }) })

testCheck(check, {
  fires: [
    {
      name: 'a card',
      evidence: html('<p>Card number: 4539 5787 6362 1486, expires 12/27</p>'),
      outcome: 'card',
      seen: 'payment card: 4539…86',
    },
    { name: 'a US number', evidence: html('<td>SSN</td><td>219-09-9987</td>'), outcome: 'national_id' },
    { name: 'a Spanish one', evidence: html('<p>DNI: 45831264S</p>'), outcome: 'national_id' },
    {
      name: 'a Polish one',
      evidence: { page: page({ headers: { 'Content-Type': 'application/json' }, body: '{"pesel":"44051401359"}' }) },
      outcome: 'national_id',
    },
    {
      name: 'a bank account',
      evidence: html('<p>Bank account (IBAN): DE89 3704 0044 0532 0130 00</p>'),
      outcome: 'account',
    },
  ],
  silent: [
    { name: 'a card for tests', evidence: html('<p>Test card: 4242 4242 4242 4242</p>'), verdict: 'pass' },
    { name: 'a wrong check digit', evidence: html('<p>Card number: 4539 5787 6362 1487</p>'), verdict: 'pass' },
    {
      name: 'an order number beside nothing',
      evidence: html('<p>Order 4539578763621486 has been shipped.</p>'),
      verdict: 'pass',
    },
    { name: 'the last four digits', evidence: html('<p>Visa card ending in 1486</p>'), verdict: 'pass' },
    {
      name: 'coordinates and prices near a card',
      evidence: html('<p>Gift card 4539.5787636214 and 1234-56-7890</p>'),
      verdict: 'pass',
    },
    { name: 'nothing', evidence: { page: page({ body: '' }) }, verdict: 'skip' },
  ],
})
