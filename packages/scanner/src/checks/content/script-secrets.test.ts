import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './script-secrets.ts'

const RANDOM = 'q3Zt8Kx1Lw0sPb7VnR2yHd5GfJ9mCaTe4UoWi6Xv'
const script = (body: string, third_party = false) => ({
  script: {
    url: 'https://site.test/main.js',
    body,
    exchange: exchange({ url: 'https://site.test/main.js', headers: { 'Content-Type': 'text/javascript' }, body }),
    page: 'https://site.test/',
    third_party,
  },
})

testCheck(check, {
  fires: [
    {
      name: 'a live key in a bundle',
      evidence: script(`var a={NODE_ENV:"production",STRIPE:"sk_live_${RANDOM.slice(0, 24)}"};`),
      outcome: 'secret',
      seen: 'Stripe live key: sk_live_…Hd5G',
    },
    {
      name: 'a key for maps',
      evidence: script(`const key = 'AIza${RANDOM.slice(0, 35)}'`),
      outcome: 'browser_key',
    },
  ],
  silent: [
    { name: 'an ordinary script', evidence: script('console.log("keys")'), verdict: 'pass' },
    { name: 'a publishable key', evidence: script(`Stripe("pk_live_${RANDOM.slice(0, 24)}")`), verdict: 'pass' },
    { name: 'somebody else’s script', evidence: script(`"AIza${RANDOM.slice(0, 35)}"`, true), verdict: 'skip' },
  ],
})
