import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import { handshakes } from '../../../test/handshakes.ts'
import check from './http-versions.ts'

const site = (alpn: string[], ...fields: string[]) => ({
  page: page({ headers: fields.length > 0 ? { 'Alt-Svc': fields } : {} }),
  handshakes: handshakes({ alpn }),
})

testCheck(check, {
  fires: [
    { name: 'HTTP/1.1 only', evidence: site(['http/1.1']), outcome: 'only_http1', seen: 'http/1.1' },
    { name: 'no ALPN at all', evidence: site([]), outcome: 'only_http1' },
    { name: 'all taken back', evidence: site(['http/1.1'], 'clear'), outcome: 'only_http1' },
    { name: 'no quotation marks', evidence: site(['h2'], 'h3=:443; ma=86400'), outcome: 'alternative_invalid' },
    { name: 'no port', evidence: site(['h2'], 'h3="site.test"'), outcome: 'alternative_invalid' },
    { name: 'a port beyond all', evidence: site(['h2'], 'h3=":70000"'), outcome: 'alternative_invalid' },
    {
      name: 'another host',
      evidence: site(['h2'], 'h2="other.example:443"; ma=31536000'),
      outcome: 'alternative_elsewhere',
    },
  ],
  silent: [
    { name: 'HTTP/2', evidence: site(['h2', 'http/1.1']), verdict: 'pass' },
    { name: 'HTTP/3 beside HTTP/1.1', evidence: site(['http/1.1'], 'h3=":443"; ma=86400'), verdict: 'pass' },
    {
      name: 'drafts of HTTP/3',
      evidence: site(['h2'], 'h3=":443"; ma=86400, h3-29=":443"; ma=86400'),
      verdict: 'pass',
    },
    { name: 'two fields', evidence: site(['h2'], 'h3=":443"', 'h2=":8443"; persist=1'), verdict: 'pass' },
    { name: 'the host by its name', evidence: site(['h2'], 'h3="site.test:8443"'), verdict: 'pass' },
    { name: 'another port', evidence: site(['h2'], 'h3=":8443"; ma=60; v="46,43"'), verdict: 'pass' },
    { name: 'plain HTTP', evidence: { ...site([]), page: page({ url: 'http://site.test/' }) }, verdict: 'skip' },
  ],
})
