import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { binaryKind } from '../../derive/magic.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'store'>[] = [
  { outcome: 'store', paths: /\.(?:jks|keystore|pfx|p12|kdbx)$/, form: 'any', proof: storeKind },
]

export default defineCheck({
  id: 'exposure/key-store',
  question: 'Are stores of keys and passwords kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 522,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/522.html'],
  distinct: ['path'],
  outcomes: {
    store: {
      severity: 'high',
      cvss: vectors.data,
      title: 'A store of keys or passwords can be downloaded',
      why: 'The store is locked with a passphrase that can be guessed offline, as fast as the attacker has computers. Behind it are private keys or all passwords of somebody.',
      fix: 'Change what the store holds, and keep it out of the document root.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** A DER sequence that begins with the version 3 is PKCS #12 (RFC 7292 section 4). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are bytes
const PKCS12 = /^0(?:[\u201a\u0082\ufffd][\s\S]{2}|[\u0081\ufffd][\s\S])\u0002\u0001\u00030/

function storeKind(body: string): string | null {
  const kind = binaryKind(body)
  if (kind === 'java-keystore' || kind === 'keepass') return kind
  return PKCS12.test(body) ? 'PKCS #12' : null
}
