import { generateKeyPairSync } from 'node:crypto'
import { testCheck } from '../../../test/check-table.ts'
import { dns, FAILED } from '../../../test/dns-evidence.ts'
import check from './dkim-key.ts'

const rsa = (modulusLength: number, type: 'spki' | 'pkcs1' = 'spki') =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type, format: 'der' }).toString('base64')
const LONG = rsa(2048)
const dkim = (...records: string[]) => dns({ dkim: [{ selector: 'mail', records }] })

testCheck(check, {
  fires: [
    { name: '768 bits', evidence: dkim(`v=DKIM1; k=rsa; p=${rsa(768)}`), outcome: 'breakable', seen: '768 bits' },
    { name: '1024 bits, nothing but the key', evidence: dkim(`p=${rsa(1024)}`), outcome: 'short', seen: '1024 bits' },
    { name: '1024 bits in the form of the RFC', evidence: dkim(`v=DKIM1; p=${rsa(1024, 'pkcs1')}`), outcome: 'short' },
    {
      name: 'the second string was lost',
      evidence: dkim(`v=DKIM1; k=rsa; p=${LONG.slice(0, 200)}`),
      outcome: 'unreadable',
    },
    { name: 'a PEM header', evidence: dkim('v=DKIM1; p=-----BEGIN PUBLIC KEY-----'), outcome: 'unreadable' },
    { name: 'an Ed25519 key of the wrong length', evidence: dkim('v=DKIM1; k=ed25519; p=AAAA'), outcome: 'unreadable' },
    { name: 'SHA-1 only', evidence: dkim(`v=DKIM1; h=sha1; p=${LONG}`), outcome: 'sha1' },
    {
      name: 'two selectors',
      evidence: dns({ dkim: ['s1', 's2'].map((selector) => ({ selector, records: [`p=${rsa(1024)}`] })) }),
      outcome: ['short', 'short'],
    },
  ],
  silent: [
    { name: '2048 bits', evidence: dkim(`v=DKIM1; k=rsa; p=${LONG}`), verdict: 'pass' },
    {
      name: 'the key broken up by spaces',
      evidence: dkim(`v=DKIM1; p=${LONG.slice(0, 99)} ${LONG.slice(99)};`),
      verdict: 'pass',
    },
    {
      name: 'Ed25519',
      evidence: dkim(`v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`),
      verdict: 'pass',
    },
    { name: 'both hashes', evidence: dkim(`v=DKIM1; h=sha1:sha256; p=${LONG}`), verdict: 'pass' },
    { name: 'revoked', evidence: dkim('v=DKIM1; p='), verdict: 'pass' },
    { name: 'a type of the future', evidence: dkim('v=DKIM1; k=ml-dsa; p=AAAA'), verdict: 'pass' },
    { name: 'a wildcard answers with SPF', evidence: dkim('v=spf1 -all'), verdict: 'skip' },
    { name: 'no selector', evidence: dns(), verdict: 'skip' },
    { name: 'DNS failed', evidence: dns({ txt: FAILED }), verdict: 'skip' },
  ],
})
