import { defineCheck, fail, pass } from '../../check.ts'
import { vectors } from '../../vectors.ts'

/** The feed's names of the collections that Debian's broken generator filled. */
const DEBIAN = /^debian/

export default defineCheck({
  id: 'tls/certificate-known-key',
  question: 'Are the private keys of the certificates known to nobody else?',
  needs: ['certificates', 'exposed_keys'],
  type: 'vulnerability',
  cwe: 321,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: [
    'https://badkeys.info/',
    'https://nvd.nist.gov/vuln/detail/CVE-2008-0166',
    'https://www.debian.org/security/key-rollover/',
  ],
  outcomes: {
    debian: {
      severity: 'high',
      cvss: vectors.interception,
      title: 'The key is one of those that Debian’s OpenSSL made from 2006 to 2008',
      why: 'That version could make a few ten thousand keys of each size only, and all of them are published with their private halves. Whoever has the list reads and changes what passes.',
      fix: 'Make a new key on a system of today, get a certificate for it, and have the old one revoked.',
      cve: 'CVE-2008-0166',
    },
    published: {
      severity: 'high',
      cvss: vectors.interception,
      title: 'The private key is public knowledge',
      why: 'It stands in a collection of keys that were published: with firmware, in examples, in test suites, in repositories. Whoever has it reads and changes what passes.',
      fix: 'Make a new key on this very machine, get a certificate for it, and have the old one revoked.',
      particular: {
        why: 'It stands in a collection of keys that were published ({list}; {feed} of {date}). Whoever has it reads and changes what passes.',
      },
    },
  },
  run({ certificates: { url }, exposed_keys }) {
    const [known] = exposed_keys
    if (!known) return pass()
    const { subject, list, feed } = known
    const values = { list, feed: feed.name, date: feed.date.slice(0, 10) }
    return fail(DEBIAN.test(list) ? 'debian' : 'published', url, `${subject} (${list})`, { values })
  },
})
