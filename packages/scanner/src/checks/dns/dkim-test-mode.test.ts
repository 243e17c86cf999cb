import { testCheck } from '../../../test/check-table.ts'
import { dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './dkim-test-mode.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const dkim = (record: string) => dns({ dkim: [{ selector: 'mail', records: [record] }] })

testCheck(check, {
  fires: [
    { name: 't=y', evidence: dkim(`v=DKIM1; k=ed25519; t=y; p=${KEY}`), outcome: 'testing' },
    { name: 'among other flags', evidence: dkim(`v=DKIM1; k=ed25519; t=s : Y; p=${KEY}`), outcome: 'testing' },
  ],
  silent: [
    { name: 'no flags', evidence: dkim(`v=DKIM1; k=ed25519; p=${KEY}`), verdict: 'pass' },
    { name: 'another flag', evidence: dkim(`v=DKIM1; k=ed25519; t=s; p=${KEY}`), verdict: 'pass' },
    { name: 'revoked', evidence: dkim('v=DKIM1; t=y; p='), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ txt: FAILED }), verdict: 'skip' },
  ],
})
