import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './sri-broken.ts'

const script = (attributes: string) => ({
  page: page({ body: `<script src="https://cdn.test/a.js" ${attributes}></script>` }),
})
const HASH = 'sha384-1H217gwSVyLSIfaLxHbE7dRb3v4mYCKbpQvzx0cegeju1MVsGrX5xXxAvs/HgeFs'

testCheck(check, {
  fires: [
    {
      name: 'MD5',
      evidence: script('crossorigin integrity="md5-1B2M2Y8AsgTpgAmY7PhCfg=="'),
      outcome: 'unknown_digest',
    },
    {
      name: 'a hash cut short',
      evidence: script('crossorigin integrity="sha384-abc"'),
      outcome: 'unknown_digest',
      seen: 'sha384-abc',
    },
    { name: 'hex', evidence: script(`crossorigin integrity="sha256:${'0'.repeat(64)}"`), outcome: 'unknown_digest' },
    { name: 'without crossorigin', evidence: script(`integrity="${HASH}"`), outcome: 'no_cors' },
  ],
  silent: [
    { name: 'good', evidence: script(`integrity="${HASH}" crossorigin="anonymous"`), verdict: 'pass' },
    {
      name: 'with credentials',
      evidence: script(`integrity="${HASH}" crossorigin="use-credentials"`),
      verdict: 'pass',
    },
    { name: 'one of two is good', evidence: script(`crossorigin integrity="sha1-x ${HASH}"`), verdict: 'pass' },
    {
      name: 'own origin needs no CORS',
      evidence: { page: page({ body: `<script src="/a.js" integrity="${HASH}"></script>` }) },
      verdict: 'pass',
    },
    { name: 'not pinned', evidence: script(''), verdict: 'skip' },
    { name: 'an empty attribute', evidence: script('integrity=""'), verdict: 'skip' },
  ],
})
