import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './key-store.ts'

testCheck(check, {
  fires: [
    {
      name: 'a key store of Java',
      evidence: exposures({
        '/keystore.jks': { type: 'application/octet-stream', body: '\u00fe\u00ed\u00fe\u00ed\0\0\0\u0002\0\0' },
      }),
      outcome: 'store',
      seen: 'java-keystore',
    },
    {
      name: 'passwords of KeePass',
      evidence: exposures({ '/passwords.kdbx': '\u0003\u00d9\u00a2\u0161g\u00fbK\u00b5\0\0' }),
      outcome: 'store',
      seen: 'keepass',
    },
    {
      name: 'a certificate with its key',
      evidence: exposures({ '/certificate.pfx': '0\u201a\n)\u0002\u0001\u00030\u201a' }),
      outcome: 'store',
      seen: 'PKCS #12',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/keystore.jks', '/server.p12'], SPA),
      verdict: 'pass',
    },
    {
      name: 'a certificate without a key',
      evidence: exposures({ '/server.p12': '0\u201a\u0003\u00a10\u201a\u0002\u0089' }),
      verdict: 'pass',
    },
    { name: 'text', evidence: exposures({ '/passwords.kdbx': 'no passwords here' }), verdict: 'pass' },
  ],
})
