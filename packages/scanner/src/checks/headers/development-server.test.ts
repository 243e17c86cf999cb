import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './development-server.ts'

const server = (value: string) => ({ page: page({ headers: { Server: value } }) })

testCheck(check, {
  fires: [
    {
      name: 'Flask',
      evidence: server('Werkzeug/3.0.1 Python/3.11.2'),
      outcome: 'development',
      seen: 'Werkzeug/3.0.1 Python/3.11.2',
    },
    { name: 'Django’s runserver', evidence: server('WSGIServer/0.2 CPython/3.11.2'), outcome: 'development' },
    { name: 'Python’s http.server', evidence: server('SimpleHTTP/0.6 Python/3.11.2'), outcome: 'development' },
    { name: 'WEBrick', evidence: server('WEBrick/1.7.0 (Ruby/3.1.2/2022-04-12)'), outcome: 'development' },
  ],
  silent: [
    { name: 'nginx', evidence: server('nginx'), verdict: 'pass' },
    { name: 'gunicorn', evidence: server('gunicorn'), verdict: 'pass' },
    { name: 'in a comment', evidence: server('nginx (Werkzeug)'), verdict: 'pass' },
    { name: 'not sent', evidence: { page: page() }, verdict: 'skip' },
  ],
})
