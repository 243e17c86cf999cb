import { testCheck } from '../../../test/check-table.ts'
import { exchange, page } from '../../../test/evidence.ts'
import check from './redirect-body.ts'

const redirected = (body: string) => {
  const first = exchange({ url: 'https://site.test/admin', status: 302, headers: { Location: '/login' }, body })
  const end = page({ url: 'https://site.test/login', body: '<p>x' })
  return { page: { ...end, redirects: [first, end.exchange] } }
}

testCheck(check, {
  fires: [
    {
      name: 'the page behind the log-in',
      evidence: redirected(`<title>Admin</title>${'<a href="/user/1">user</a><p>jane doe, 12 orders</p>'.repeat(60)}`),
      outcome: 'page',
    },
  ],
  silent: [
    {
      name: 'a sentence and a link',
      evidence: redirected('<p>Found. Redirecting to <a href="/login">/login</a></p>'),
      verdict: 'pass',
    },
    {
      name: 'a long sentence of a framework',
      evidence: redirected(`<!doctype html><style>${'a{b:c}'.repeat(400)}</style><a href="/login">here</a>`),
      verdict: 'pass',
    },
    { name: 'no redirect', evidence: { page: page({ body: '<p>x' }) }, verdict: 'skip' },
  ],
})
