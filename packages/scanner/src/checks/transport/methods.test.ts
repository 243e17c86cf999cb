import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import type { Exchange } from '../../net/exchange.ts'
import check from './methods.ts'

const options = (headers: Record<string, string>, status = 200) => exchange({ method: 'OPTIONS', status, headers })
const trace = (body: string, type = 'message/http', status = 200) =>
  exchange({ method: 'TRACE', status, body, headers: { 'Content-Type': type } })
const methods = (answers: { options?: Exchange; trace?: Exchange }) => ({
  methods: { options: null, trace: null, ...answers },
})
const ECHO = 'TRACE / HTTP/1.1\r\nHost: site.test\r\nX-Forwarded-For: 10.0.0.7\r\n\r\n'

testCheck(check, {
  fires: [
    { name: 'TRACE echoes', evidence: methods({ trace: trace(ECHO) }), outcome: 'trace', seen: 'TRACE / HTTP/1.1' },
    {
      name: 'DAV header',
      evidence: methods({ options: options({ DAV: '1, 2', Allow: 'GET, HEAD, OPTIONS' }) }),
      outcome: 'webdav',
      seen: '1, 2',
    },
    {
      name: 'IIS with WebDAV',
      evidence: methods({
        options: options({ Public: 'OPTIONS, TRACE, GET, HEAD, POST, PROPFIND, PUT, DELETE, MKCOL' }),
      }),
      outcome: 'webdav',
    },
    {
      name: 'PUT in Allow',
      evidence: methods({ options: options({ Allow: 'GET,PUT,DELETE' }) }),
      outcome: 'writing',
      seen: 'GET, PUT, DELETE',
    },
    {
      name: 'TRACE and PUT',
      evidence: methods({ trace: trace(ECHO), options: options({ Allow: 'PUT' }, 204) }),
      outcome: ['trace', 'writing'],
    },
  ],
  silent: [
    {
      name: 'the usual ones',
      evidence: methods({
        options: options({ Allow: 'GET, HEAD, POST, OPTIONS' }),
        trace: trace('', 'text/html', 405),
      }),
      verdict: 'pass',
    },
    {
      name: 'TRACE gets the start page',
      evidence: methods({ trace: trace('<!doctype html><p>TRACE / HTTP/1.1', 'text/html') }),
      verdict: 'pass',
    },
    {
      name: 'TRACE listed but refused',
      evidence: methods({ options: options({ Allow: 'GET, TRACE' }), trace: trace('', 'text/html', 405) }),
      verdict: 'pass',
    },
    { name: 'an error’s Allow', evidence: methods({ options: options({ Allow: 'GET, PUT' }, 405) }), verdict: 'pass' },
    {
      name: 'methods are case-sensitive',
      evidence: methods({ options: options({ Allow: 'GET, put' }) }),
      verdict: 'pass',
    },
    {
      name: 'CORS preflight fields are another matter',
      evidence: methods({ options: options({ 'Access-Control-Allow-Methods': 'GET, PUT, DELETE' }) }),
      verdict: 'pass',
    },
    { name: 'no answers', evidence: methods({}), verdict: 'skip' },
  ],
})
