import { testCheck } from '../../../test/check-table.ts'
import { page } from '../../../test/evidence.ts'
import check from './server-version.ts'

const server = (value: string) => ({ page: page({ headers: { Server: value } }) })

testCheck(check, {
  fires: [
    { name: 'nginx', evidence: server('nginx/1.24.0 (Ubuntu)'), outcome: 'version', seen: 'nginx/1.24.0 (Ubuntu)' },
    { name: 'a module’s version', evidence: server('Apache OpenSSL/1.1.1k mod_fcgid/2.3.9'), outcome: 'version' },
    { name: 'IIS', evidence: server('Microsoft-IIS/10.0'), outcome: 'version' },
    { name: 'Jetty in its old spelling', evidence: server('Jetty/9.4.z-SNAPSHOT'), outcome: 'version' },
  ],
  silent: [
    { name: 'only a name', evidence: server('nginx'), verdict: 'pass' },
    { name: 'cloudflare', evidence: server('cloudflare'), verdict: 'pass' },
    { name: 'a name with digits', evidence: server('AmazonS3'), verdict: 'pass' },
    { name: 'a build that is no release', evidence: server('ESF nginx/prod'), verdict: 'pass' },
    { name: 'not sent', evidence: { page: page() }, verdict: 'skip' },
  ],
})
