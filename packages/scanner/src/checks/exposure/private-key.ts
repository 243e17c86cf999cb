import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const KEY = /\/(?:id_(?:rsa|dsa|ecdsa|ed25519)|[\w-]+\.(?:key|pem))$/
const ENCRYPTED =
  /-----BEGIN ENCRYPTED PRIVATE KEY-----|-----BEGIN (?:RSA |EC |DSA )PRIVATE KEY-----\r?\nProc-Type: 4,ENCRYPTED/
/** Key material, not the three dots of an example. */
const BODY = /PRIVATE KEY-----\r?\n(?:[\w-]+: [^\n]*\n|\r?\n)*(?:[A-Za-z0-9+/=]{16,}\r?\n?){2}/

const PROOFS: readonly Proof<'key' | 'encrypted'>[] = [
  { outcome: 'encrypted', paths: KEY, proof: [ENCRYPTED, BODY] },
  { outcome: 'key', paths: KEY, proof: [/-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----/, BODY] },
]

export default defineCheck({
  id: 'exposure/private-key',
  question: 'Are private keys kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 552,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/552.html'],
  distinct: ['path'],
  outcomes: {
    key: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'A private key can be downloaded',
      why: 'With the key an attacker logs in to other servers, or poses as this one and decrypts recorded connections.',
      fix: 'Replace the key everywhere at once, revoke its certificate, and keep keys out of the document root.',
    },
    encrypted: {
      severity: 'high',
      cvss: vectors.data,
      title: 'An encrypted private key can be downloaded',
      why: 'The key is protected by a passphrase, which can be guessed offline without limit.',
      fix: 'Replace the key, and keep keys out of the document root.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
