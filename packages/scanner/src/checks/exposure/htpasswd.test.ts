import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './htpasswd.ts'

testCheck(check, {
  fires: [
    {
      name: 'MD5 of Apache',
      evidence: exposures({ '/.htpasswd': 'admin:$apr1$Qx3Zt8Kx$1Lw0sPb7VnR2yQ4AEemGb0\n' }),
      outcome: 'hashes',
      seen: 'admin:$apr1$…',
    },
    {
      name: 'bcrypt',
      evidence: exposures({ '/.htpasswd': 'ann:$2y$05$c4WoMPo3SXsafkva.HHa6uXQZWr7oboPiC2bT/r7q1BB8I2s0BRqC\n' }),
      outcome: 'hashes',
    },
    {
      name: 'SHA-1',
      evidence: exposures({
        '/.htpasswd': 'ann:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\r\nbob:{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=\r\n',
      }),
      outcome: 'hashes',
    },
    { name: 'DES crypt', evidence: exposures({ '/.htpasswd': 'web:rqXexS6ZhobKA\n' }), outcome: 'hashes' },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/.htpasswd'], SPA), verdict: 'pass' },
    {
      name: 'a text with colons',
      evidence: exposures({ '/.htpasswd': 'error:forbidden\nrequest:12345\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page',
      evidence: exposures({
        '/.htpasswd': { type: 'text/html', body: '<html>admin:$apr1$Qx3Zt8Kx$1Lw0sPb7VnR2yQ4AEemGb0' },
      }),
      verdict: 'pass',
    },
    {
      name: 'forbidden',
      evidence: exposures({ '/.htpasswd': { status: 403, body: 'web:rqXexS6ZhobKA' } }),
      verdict: 'pass',
    },
  ],
})
