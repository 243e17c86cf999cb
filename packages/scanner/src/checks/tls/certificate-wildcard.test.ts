import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import check from './certificate-wildcard.ts'

const names = (...list: string[]) => ({ tls: tls([leaf({ names: list })]) })

testCheck(check, {
  fires: [
    {
      name: 'wildcard beside the apex',
      evidence: names('site.test', '*.site.test'),
      outcome: 'wildcard',
      seen: '*.site.test',
    },
  ],
  silent: [
    { name: 'named hosts', evidence: names('site.test', 'www.site.test'), verdict: 'pass' },
    { name: 'an asterisk elsewhere is no wildcard', evidence: names('a*.site.test'), verdict: 'pass' },
    {
      name: 'an address',
      evidence: { tls: tls([leaf({ names: ['192.0.2.1'] })], { host: '192.0.2.1' }) },
      verdict: 'skip',
    },
  ],
})
