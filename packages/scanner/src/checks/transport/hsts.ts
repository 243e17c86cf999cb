import { defineCheck, fail, pass, skip } from '../../check.ts'
import { setHeader } from '../../remedy.ts'
import { vectors } from '../../vectors.ts'

const SIX_MONTHS = 15_768_000 // seconds; a visitor who returns later than this is unprotected

export default defineCheck({
  id: 'transport/hsts',
  question: 'Do browsers refuse plain HTTP for this host?',
  needs: ['page', 'hsts'],
  cwe: 319,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A04:2025'],
  capec: [94],
  references: ['https://www.rfc-editor.org/rfc/rfc6797'],
  outcomes: {
    missing: {
      severity: 'medium',
      cvss: vectors.slightInterception,
      title: 'No HSTS header',
      why: 'A browser that is told once keeps to HTTPS. Without the header, whoever sits between visitor and site can strip the encryption from the first plain request of each visit.',
      fix: 'Send Strict-Transport-Security on every HTTPS response.',
      settings: setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains'),
    },
    invalid: {
      severity: 'medium',
      title: 'Browsers ignore the HSTS header',
      why: 'The header is there but breaks its grammar, so browsers throw it away and the site is as unprotected as without it.',
      fix: 'Send one Strict-Transport-Security header with exactly one max-age.',
      settings: setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains'),
    },
    short: {
      severity: 'low',
      title: 'HSTS expires too soon',
      why: 'A visitor who comes back after the max-age has run out is unprotected again.',
      fix: 'Raise max-age to at least 15768000 seconds, better 31536000.',
      settings: setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains'),
    },
  },
  run({ page, hsts }) {
    if (!page.secure) return skip('browsers ignore HSTS over plain HTTP (RFC 6797 section 8.1)')
    if (!hsts) return fail('missing', page.url)
    if (!hsts.valid) return fail('invalid', page.url, hsts.raw)
    return hsts.maxAge < SIX_MONTHS ? fail('short', page.url, hsts.raw) : pass(hsts.raw)
  },
})
