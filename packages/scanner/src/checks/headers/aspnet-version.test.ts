import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './aspnet-version.ts'

const sends = (headers: Record<string, string>) => ({ page: page({ headers }) })

testCheck(check, {
  fires: [
    {
      name: 'the runtime',
      evidence: sends({ 'X-AspNet-Version': '4.0.30319' }),
      outcome: 'disclosed',
      seen: '4.0.30319',
    },
    {
      name: 'runtime and MVC',
      evidence: sends({ 'X-AspNet-Version': '4.0.30319', 'X-AspNetMvc-Version': '5.2' }),
      outcome: ['disclosed', 'disclosed'],
    },
  ],
  silent: [
    { name: 'not sent', evidence: sends({}), verdict: 'pass' },
    { name: 'ASP.NET without a version', evidence: sends({ 'X-Powered-By': 'ASP.NET' }), verdict: 'pass' },
  ],
})
