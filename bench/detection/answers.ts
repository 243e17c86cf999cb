import { readParity } from '../../test/parity/parity.ts'

/**
 * How a rival's words translate: a pattern over `rule: text`, the checks (or `check outcome`) of ours that say the same,
 * and, where we say nothing on purpose, why. The first pattern that matches counts.
 */
export type Answer = readonly [pattern: RegExp, checks: readonly string[], reason?: string]

/** What is so because these targets are tests: their certificates sign themselves or come from the test's own authority. */
const TARGETS_ARE_PLAIN: Record<string, string> = {
  cert_chain_of_trust: 'it does not know the test’s own authority, which our scan was told to trust',
  cert_expirationStatus:
    'it warns 60 days before the end; certificates of 90 days are rightly renewed 30 days before theirs',
  cert_notAfter: 'it warns 60 days before the end; certificates of 90 days are rightly renewed 30 days before theirs',
  cert_signatureAlgorithm: 'of a certificate that signs itself the signature proves nothing, whatever its digest',
  DNS_CAArecord: 'the target is an address, which has no domain to carry the record',
  cert_extlifeSpan: 'of a certificate that signs itself only the trust counts',
  cert_validityPeriod: 'of a certificate that signs itself only the trust counts',
}

const FILTER = 'browsers have withdrawn the XSS filter, so the header is better left out'

export const ANSWERS: Record<string, readonly Answer[]> = {
  'testssl.sh': readParity('testssl').rows.map(
    ({ rule, ours, reason }): Answer => [new RegExp(`^${rule}`), ours, reason ?? TARGETS_ARE_PLAIN[rule]],
  ),
  wapiti: [
    [/X-XSS-Protection/, ['headers/x-xss-protection'], FILTER],
    [/X-Frame-Options/, ['headers/x-frame-options']],
    [/X-Content-Type-Options/, ['headers/x-content-type-options']],
    [/Strict-Transport-Security/, ['transport/hsts']],
    [/^Content Security Policy/, ['csp/missing', 'csp/script-src', 'csp/script-unsafe-inline', 'csp/script-wildcard']],
    [/^Cross Site Request Forgery/, ['content/csrf-token']],
    [/^HttpOnly/, ['cookies/http-only']],
    [/^Secure Flag/, ['cookies/secure']],
    [/^Backup file/, ['exposure/backup-source', 'exposure/backup-archive', 'exposure/wp-config', 'exposure/sql-dump']],
    [/^HTTP Methods|^Potentially dangerous methods/i, ['transport/methods']],
  ],
  sslscan: [
    [/^protocol/, ['tls/protocol-legacy', 'tls/protocol-ssl2', 'tls/protocol-ssl3']],
    [/^expired/, ['tls/certificate-expired']],
    [/^self-signed/, ['tls/certificate-trust']],
    [/^weak key/, ['tls/certificate-key']],
    [/^heartbleed/, ['tls/heartbleed']],
    [/^renegotiation/, ['tls/renegotiation']],
    [/^compression/, ['tls/crime']],
    [/^cipher/, ['tls/cipher-weak']],
  ],
  sslyze: [
    [
      /^certificate_(?:path|hostname)_validation/,
      ['tls/certificate-trust', 'tls/certificate-expired', 'tls/certificate-host'],
      'it does not know the test’s own authority, which our scan was told to trust',
    ],
    [
      /^certificate_signatures/,
      ['tls/certificate-signature'],
      'of a certificate that signs itself the signature proves nothing, whatever its digest',
    ],
    [/^rsa_key_size|^certificate_(?:curves|types)/, ['tls/certificate-key', 'tls/certificate-trust']],
    [
      /^maximum_certificate_lifespan/,
      ['tls/certificate-lifetime'],
      'of a certificate that signs itself only the trust counts',
    ],
    [/^tls_versions/, ['tls/protocol-legacy', 'tls/protocol-ssl2', 'tls/protocol-ssl3', 'tls/protocol-modern']],
    [/^ciphers/, ['tls/cipher-weak', 'tls/forward-secrecy']],
    [/^dh_param_size|^ecdh_param_size/, ['tls/dh-parameters', 'tls/curves-weak']],
    [/^tls_curves/, ['tls/curves-weak'], 'Mozilla leaves P-521 and X448 out because few use them; neither is weak'],
    [/heartbleed/, ['tls/heartbleed']],
    [/ccs_injection/, ['tls/ccs-injection']],
    [/compression/, ['tls/crime']],
    [/fallback_scsv/, ['tls/fallback-scsv']],
    [/robot/, ['tls/robot']],
    [/renegotiation/, ['tls/renegotiation']],
    [/^tls_extended_master_secret/, ['tls/master-secret']],
  ],
  whatweb: [
    [
      /^software/,
      [
        'software/outdated',
        'software/end-of-life',
        'software/vulnerable-server',
        'headers/server-version',
        'headers/x-powered-by',
        'headers/generator',
        'software',
      ],
    ],
  ],
}
