import { createHash, X509Certificate } from 'node:crypto'
import { makeCertificate } from '../../../test/certificates.ts'
import { testCheck } from '../../../test/check-table.ts'
import { answer } from '../../../test/dns-evidence.ts'
import { tls } from '../../../test/tls.ts'
import check from './dane-web.ts'

const HASH = 'ab'.repeat(32)
type Record = { usage: number; selector: number; matching: number; data: string }
const set = (host: string, port: number, ...records: Record[]) => ({
  host,
  port,
  name: `_${port}._tcp.${host}`,
  answer: answer(...records),
})
const record = (usage: number, more: Partial<Record> = {}): Record => ({
  usage,
  selector: 1,
  matching: 1,
  data: HASH,
  ...more,
})
const CERTIFICATE = makeCertificate({ names: ['site.test'] })
const SPKI = new X509Certificate(CERTIFICATE.cert).publicKey.export({ type: 'spki', format: 'der' })
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const web = (...records: Record[]) => ({
  tls: tls([CERTIFICATE]),
  dane: { web: set('site.test', 443, ...records), mail: [] },
})

testCheck(check, {
  fires: [{ name: 'another key', evidence: web(record(3)), outcome: 'mismatch' }],
  silent: [
    { name: 'its key', evidence: web(record(3, { data: sha256(SPKI) })), verdict: 'pass' },
    {
      name: 'itself',
      evidence: web(record(3, { selector: 0, matching: 0, data: CERTIFICATE.der.toString('hex') })),
      verdict: 'pass',
    },
    {
      name: 'the old and the new',
      evidence: web(record(3), record(3, { data: sha256(SPKI).toUpperCase() })),
      verdict: 'pass',
    },
    { name: 'none', evidence: web(), verdict: 'skip' },
    { name: 'none that can be used', evidence: web(record(9)), verdict: 'skip' },
  ],
})
