import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './error-banner.ts'

const missing = (body: string) => ({ not_found: exchange({ url: 'https://site.test/none', status: 404, body }) })

testCheck(check, {
  fires: [
    {
      name: 'Apache',
      evidence: missing('<h1>Not Found</h1><hr><address>Apache/2.4.57 (Debian) Server at site.test Port 443</address>'),
      outcome: 'version',
    },
    {
      name: 'nginx',
      evidence: missing('<center><h1>404 Not Found</h1></center><hr><center>nginx/1.18.0</center>'),
      outcome: 'version',
      seen: 'nginx/1.18.0',
    },
    {
      name: 'Tomcat',
      evidence: missing('<h1>HTTP Status 404</h1><hr class="line" /><h3>Apache Tomcat/9.0.31</h3>'),
      outcome: 'version',
    },
  ],
  silent: [
    { name: 'nginx without a version', evidence: missing('<hr><center>nginx</center>'), verdict: 'pass' },
    { name: 'an error page of its own', evidence: missing('<h1>Lost?</h1>'), verdict: 'pass' },
    { name: 'an empty answer', evidence: missing(''), verdict: 'skip' },
  ],
})
