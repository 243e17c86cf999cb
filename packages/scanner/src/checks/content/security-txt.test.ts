import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './security-txt.ts'

const none = exchange({ url: 'https://site.test/.well-known/security.txt', status: 404, body: 'no' })
const known = (body: string | null, type = 'text/plain') => ({
  well_known: {
    security_txt:
      body === null
        ? none
        : exchange({ url: 'https://site.test/.well-known/security.txt', headers: { 'Content-Type': type }, body }),
    security_txt_root: null,
    robots_txt: null,
    crossdomain_xml: null,
    client_access_policy_xml: null,
  },
})
const CONTACT = 'Contact: mailto:security@site.test\n'

testCheck(check, {
  fires: [
    { name: 'missing', evidence: known(null), outcome: 'missing' },
    { name: 'a page in its place', evidence: known('<!doctype html><p>app', 'text/html'), outcome: 'missing' },
    { name: 'expired', evidence: known(`${CONTACT}Expires: 2025-12-31T23:59:59Z\n`), outcome: 'expired' },
    { name: 'no date', evidence: known(CONTACT), outcome: 'invalid' },
    { name: 'no contact', evidence: known('Expires: 2026-06-01T00:00:00Z\n'), outcome: 'invalid' },
    {
      name: 'a contact that is no URI',
      evidence: known('Contact: security@site.test\nExpires: 2026-06-01T00:00:00Z'),
      outcome: 'invalid',
    },
    {
      name: 'two dates',
      evidence: known(`${CONTACT}Expires: 2026-06-01T00:00:00Z\nExpires: 2026-07-01T00:00:00Z`),
      outcome: 'invalid',
    },
    { name: 'good for ten years', evidence: known(`${CONTACT}Expires: 2036-01-01T00:00:00Z`), outcome: 'far_off' },
  ],
  silent: [
    {
      name: 'in order',
      evidence: known(`${CONTACT}Expires: 2026-06-01T00:00:00.000Z\nPreferred-Languages: en\n`),
      verdict: 'pass',
    },
    {
      name: 'signed, with CRLF',
      evidence: known(
        `-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n# us\r\n${CONTACT.trim()}\r\nEXPIRES: 2026-06-01t00:00:00+02:00\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQ==\r\n-----END PGP SIGNATURE-----`,
      ),
      verdict: 'pass',
    },
    {
      name: 'several contacts',
      evidence: known(
        `${CONTACT}Contact: https://site.test/report\nContact: tel:+1-201-555-0123\nExpires: 2026-12-01T00:00:00Z`,
      ),
      verdict: 'pass',
    },
    {
      name: 'at the old place',
      evidence: {
        well_known: {
          ...known(null).well_known,
          security_txt_root: exchange({
            url: 'https://site.test/security.txt',
            headers: { 'Content-Type': 'text/plain' },
            body: `${CONTACT}Expires: 2026-06-01T00:00:00Z`,
          }),
        },
      },
      verdict: 'pass',
    },
    { name: 'the last minute of a year', evidence: known(`${CONTACT}Expires: 2027-01-15T00:00:00Z`), verdict: 'pass' },
    {
      name: 'lower-case names',
      evidence: known('contact: mailto:a@site.test\nexpires: 2026-06-01T00:00:00Z'),
      verdict: 'pass',
    },
    { name: 'a blank before', evidence: known(`\n\n  ${CONTACT}  Expires: 2026-06-01T00:00:00Z`), verdict: 'pass' },
    { name: 'no answer', evidence: { well_known: { ...known(null).well_known, security_txt: null } }, verdict: 'skip' },
  ],
})
