import { defineCheck, fail, pass, skip } from '../../check.ts'
import type { Revocation } from '../../derive/revocations.ts'

const stapling = {
  nginx: 'ssl_stapling on; ssl_stapling_verify on; resolver 127.0.0.1;',
  apache: 'SSLUseStapling On\nSSLStaplingCache shmcb:logs/ssl_stapling(32768)',
  caddy: 'Caddy staples by itself.',
}

const BAD: Partial<Record<Revocation['status'], 'invalid' | 'stale'>> = {
  broken: 'invalid',
  unsigned: 'invalid',
  unknown: 'invalid',
  stale: 'stale',
}

export default defineCheck({
  id: 'tls/ocsp-stapling',
  question: 'Does a sound answer of the authority come with the certificate?',
  needs: ['certificates', 'revocations'],
  cwe: 299,
  owasp_2021: ['A02:2021'],
  owasp_2025: ['A04:2025'],
  references: ['https://www.rfc-editor.org/rfc/rfc6066#section-8', 'https://www.rfc-editor.org/rfc/rfc6960'],
  outcomes: {
    invalid: {
      severity: 'medium',
      title: 'The stapled OCSP answer is not sound',
      why: 'Browsers check what is stapled, and some refuse the connection when it speaks of another certificate, or the authority did not sign it.',
      fix: 'Restart stapling with the whole chain installed, and have the server verify what it staples.',
      settings: stapling,
    },
    stale: {
      severity: 'medium',
      title: 'The stapled OCSP answer is out of date',
      why: 'Browsers check what is stapled, and some refuse the connection when its time has run out.',
      fix: 'Make sure that the server can reach the authority’s responder to fetch new answers.',
      settings: stapling,
    },
    missing: {
      severity: 'info',
      title: 'The server does not staple an OCSP answer',
      why: 'Browsers that want to know whether the certificate was revoked have to ask its authority, which costs time and tells it who visits the site.',
      fix: 'Switch OCSP stapling on.',
      settings: stapling,
    },
  },
  run({ certificates: { url, leaf }, revocations }) {
    const staple = revocations.find(({ kind }) => kind === 'staple')
    if (!staple) {
      if (leaf.must_staple) return skip('the certificate demands it: tls/must-staple-without-staple tells that')
      return leaf.ocsp_urls.length > 0 ? fail('missing', url) : skip('the authority has no responder to staple from')
    }
    const outcome = BAD[staple.status]
    return outcome ? fail(outcome, url, staple.detail) : pass(`${staple.status}, ${staple.detail}`)
  },
})
