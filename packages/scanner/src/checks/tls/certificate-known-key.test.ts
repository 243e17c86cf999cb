import { testCheck } from '../../../test/check-table.ts'
import { leaf, tls } from '../../../test/tls.ts'
import check from './certificate-known-key.ts'

const feed = { name: 'badkeys', date: '2026-01-14T00:00:00Z' }
const of = (...lists: string[]) => ({
  tls: tls(),
  exposed_keys: lists.map((list) => ({ subject: 'CN=site.test', list, feed })),
})

testCheck(check, {
  fires: [
    { name: 'a key of 2006', evidence: of('debianssl'), outcome: 'debian', seen: 'CN=site.test (debianssl)' },
    { name: 'a key out of firmware', evidence: of('littleblackbox'), outcome: 'published' },
    { name: 'two certificates of the chain', evidence: of('rfc', 'debianssl'), outcome: 'published' },
  ],
  silent: [
    { name: 'a key that nobody published', evidence: of(), verdict: 'pass' },
    { name: 'an RSA key', evidence: { ...of(), tls: tls([leaf({ key: { rsa: 2048 } })]) }, verdict: 'pass' },
    {
      name: 'a key of a kind that no list has',
      evidence: { ...of(), tls: tls([leaf({ key: 'ed25519' })]) },
      verdict: 'pass',
    },
  ],
})
