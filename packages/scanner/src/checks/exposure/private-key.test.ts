import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './private-key.ts'

const LINES = Array.from(
  { length: 4 },
  (_, index) => `${index}MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8c`,
).join('\n')

testCheck(check, {
  fires: [
    {
      name: 'OpenSSH',
      evidence: exposures({
        '/.ssh/id_rsa': `-----BEGIN OPENSSH PRIVATE KEY-----\n${LINES}\n-----END OPENSSH PRIVATE KEY-----\n`,
      }),
      outcome: 'key',
      seen: '-----BEGIN OPENSSH PRIVATE KEY-----',
    },
    {
      name: 'behind its certificate',
      evidence: exposures({
        '/privatekey.pem': `-----BEGIN CERTIFICATE-----\n${LINES}\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\r\n${LINES}\r\n-----END PRIVATE KEY-----\n`,
      }),
      outcome: 'key',
    },
    {
      name: 'the older form, encrypted',
      evidence: exposures({
        '/id_rsa': `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF\n\n${LINES}\n-----END RSA PRIVATE KEY-----\n`,
      }),
      outcome: 'encrypted',
    },
    {
      name: 'the newer form, encrypted',
      evidence: exposures({
        '/server.key': `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${LINES}\n-----END ENCRYPTED PRIVATE KEY-----\n`,
      }),
      outcome: 'encrypted',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/id_rsa', '/server.key'], SPA), verdict: 'pass' },
    {
      name: 'a public key',
      evidence: exposures({ '/id_rsa': `-----BEGIN PUBLIC KEY-----\n${LINES}\n-----END PUBLIC KEY-----\n` }),
      verdict: 'pass',
    },
    {
      name: 'an example',
      evidence: exposures({ '/server.key': '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n' }),
      verdict: 'pass',
    },
    {
      name: 'a page that shows one',
      evidence: exposures({
        '/server.key': { type: 'text/html', body: `<html><pre>-----BEGIN PRIVATE KEY-----\n${LINES}` },
      }),
      verdict: 'pass',
    },
    {
      name: 'a certificate',
      evidence: exposures({ '/server.key': `-----BEGIN CERTIFICATE-----\n${LINES}\n-----END CERTIFICATE-----\n` }),
      verdict: 'pass',
    },
  ],
})
