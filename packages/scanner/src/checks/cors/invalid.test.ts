import { testCheck } from '../../../test/check-table.ts'
import { CREDENTIALS, cors } from '../../../test/cors.ts'
import check from './invalid.ts'

testCheck(check, {
  fires: [
    { name: 'a list', evidence: cors({ foreign: 'https://a.test, https://b.test' }), outcome: 'value' },
    { name: 'two fields', evidence: cors({ foreign: ['*', '*'] }), outcome: 'value', seen: '*, *' },
    { name: 'a wildcard in a name', evidence: cors({ foreign: 'https://*.site.test' }), outcome: 'value' },
    { name: 'a path', evidence: cors({ foreign: 'https://site.test/' }), outcome: 'value' },
    { name: 'a bare host', evidence: cors({ foreign: 'site.test' }), outcome: 'value' },
    { name: 'star with credentials', evidence: cors({ foreign: '*' }, CREDENTIALS), outcome: 'star_with_credentials' },
  ],
  silent: [
    { name: 'one origin', evidence: cors({ foreign: 'https://partner.test:8443' }), verdict: 'pass' },
    { name: 'star', evidence: cors({ foreign: '*' }), verdict: 'pass' },
    { name: 'null', evidence: cors({ foreign: 'null' }), verdict: 'pass' },
    { name: 'an app’s own scheme', evidence: cors({ foreign: 'capacitor://localhost' }), verdict: 'pass' },
    { name: 'repeated', evidence: cors({ foreign: '=', null: '=', insecure: '=' }, CREDENTIALS), verdict: 'pass' },
    { name: 'no header', evidence: cors({}), verdict: 'skip' },
  ],
})
