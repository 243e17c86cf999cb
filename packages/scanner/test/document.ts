import { createHash } from 'node:crypto'
import { type ScanDocument, type ScanObject, type VulnerabilityObject, weighs } from '../src/report/document.ts'
import type { Coverage } from '../src/result.ts'
import { impact, score } from '../src/score.ts'

/** A finding as a document carries it; by default a medium one. Each outcome has a fingerprint of its own. */
export function vulnerability(overrides: Partial<VulnerabilityObject> = {}): VulnerabilityObject {
  const { check = 'transport/hsts', outcome = 'missing', severity = 'medium', confidence = 'firm' } = overrides
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([check, outcome]))
    .digest('hex')
  return {
    id: `vuln_${fingerprint.slice(0, 26)}`,
    website_id: null,
    type: 'misconfiguration',
    severity,
    confidence,
    title: 'No HSTS header',
    description: 'A first visit can be kept on plain HTTP.',
    remediation:
      'Send Strict-Transport-Security on every HTTPS response.\nnginx: add_header Strict-Transport-Security "max-age=31536000" always;',
    cve: null,
    cwe: 319,
    cvss: null,
    check,
    outcome,
    score_impact: impact(severity, confidence),
    locations: [{ url: 'https://www.example.com/', method: 'GET', parameter: null }],
    location_count: 1,
    proof: {
      request: 'GET / HTTP/1.1\nHost: www.example.com',
      response: 'HTTP/1.1 200\ncontent-type: text/html',
      payload: null,
      control: null,
      curl: 'curl -sS -i --path-as-is https://www.example.com/',
      observed: null,
    },
    references: ['https://www.rfc-editor.org/rfc/rfc6797'],
    compliance: { owasp_2021: ['A02:2021'], owasp_2025: ['A04:2025'] },
    fingerprint,
    fingerprint_inputs: { check, outcome, origin: 'https://www.example.com', path: null, parameter: null },
    status: 'open',
    detected_at: '2026-01-15T14:32:15Z',
    first_seen_at: '2026-01-15T14:32:15Z',
    last_seen_at: '2026-01-15T14:32:15Z',
    fixed_at: null,
    ...overrides,
  }
}

/** A document of a scan that is done, with the score and the counts of those findings. */
export function scanDocument(
  vulnerabilities: VulnerabilityObject[] = [vulnerability()],
  overrides: Partial<ScanObject> = {},
): ScanDocument {
  const { score: security_score, grade, version, cap, counts } = score(vulnerabilities.filter(weighs))
  return {
    scan: {
      id: 'scan_01k0000000000000000000000',
      website_id: null,
      url: 'https://www.example.com/',
      scan_type: 'full',
      priority: 'normal',
      status: 'done',
      security_score,
      grade,
      score_version: version,
      score_cap: cap,
      vulnerabilities: counts,
      scan_duration: 42,
      created_at: '2026-01-15T14:31:33Z',
      started_at: '2026-01-15T14:31:33Z',
      completed_at: '2026-01-15T14:32:15Z',
      report_url: null,
      error: null,
      ...overrides,
    },
    vulnerabilities,
    coverage: coverage(),
  }
}

/** One check of each of the five answers. */
export function coverage(): Coverage {
  return {
    checks: [
      { check: 'cookies/secure', status: 'skipped', reason: 'no cookie is set', outcomes: [] },
      { check: 'dns/caa', status: 'not_gathered', reason: 'the name server did not answer', outcomes: [] },
      { check: 'headers/x-frame-options', status: 'passed', reason: '', outcomes: [] },
      { check: 'tls/protocol-legacy', status: 'error', reason: 'it took too long', outcomes: [] },
      { check: 'transport/hsts', status: 'failed', reason: '', outcomes: ['missing'] },
    ],
    sources: [
      { name: 'dns', gathered: false, reason: 'the name server did not answer', duration_ms: 5000 },
      { name: 'page', gathered: true, reason: '', duration_ms: 120 },
    ],
    pages: ['https://www.example.com/', 'https://www.example.com/search?q='],
    software: [
      {
        key: 'nginx',
        name: 'nginx',
        category: 'web-server',
        vendor: null,
        site: 'https://nginx.org/',
        packages: [{ ecosystem: 'generic', name: 'nginx' }],
        version: '1.18.0',
        precision: 'exact',
        confidence: 90,
        version_confidence: 90,
        packaged: 'Ubuntu',
        locations: [{ url: 'https://www.example.com/', signal: 'header', seen: 'Server: nginx/1.18.0 (Ubuntu)' }],
        location_count: 1,
        endoflife: 'nginx',
      },
    ],
    crawl: {
      pages: 2,
      scripts: 3,
      parameters: [{ url: 'https://www.example.com/search', method: 'GET', name: 'q', in: 'query', source: 'form' }],
      parameter_count: 1,
      not_followed: { unsafe: 1, elsewhere: 14 },
      other_answers: { 404: 2 },
      browser: { used: false, reason: 'no Chromium was found', pages: 0, requests: 0 },
      limits: ["The scan's budget of 3000 HTTP requests is used up."],
    },
    tls: {
      grade: 'B',
      score: 91,
      parts: { protocols: 95, key_exchange: 90, ciphers: 90 },
      because: ['TLS 1.0 or 1.1'],
      versions: [
        {
          version: 'TLSv1.2',
          order: 'server',
          suites: [{ name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', group: 'x25519', key_bits: null }],
          complete: true,
        },
        {
          version: 'TLSv1',
          order: 'client',
          suites: [{ name: 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA', group: null, key_bits: 2048 }],
          complete: true,
        },
      ],
      groups: ['x25519', 'secp256r1'],
      post_quantum: null,
      alpn: ['http/1.1'],
      sessions: {
        by_id: true,
        by_ticket: true,
        ticket_lifetime: 7200,
        tls13_tickets: null,
        tls13_lifetime: null,
        early_data: null,
      },
      server_name: { without: 'same', unknown: 'same' },
      stapled: false,
    },
    spent: { requests: 21, handshakes: 4, dns_queries: 17 },
    budget: { requests: 3000, handshakes: 400, dns_queries: 150 },
  }
}

/** What a target may send to be quoted: markup, escape sequences, bidirectional controls, 4-byte characters, halves of them. */
export const HOSTILE =
  '</title><script>alert(1)</script>"\'>&amp;]]> \x1b[2J\x07\x00\u009b31m \u202egnp.exe \u2066x\u2069 \u{1f4a9}\u{20bb7} \ud800 \ufffe שלום'

const LONG_URL = `https://www.example.com/${'a'.repeat(270)}?q=1`

/** A document in which everything that a target or a server may choose is hostile. */
export function hostileDocument(): ScanDocument {
  const proof = {
    request: HOSTILE,
    response: HOSTILE,
    payload: HOSTILE,
    control: HOSTILE,
    curl: HOSTILE,
    observed: HOSTILE,
  }
  const hostile = vulnerability({
    severity: 'high',
    title: HOSTILE,
    description: `${HOSTILE} Seen: ${HOSTILE}`,
    remediation: `${HOSTILE}\nnginx: ${HOSTILE}`,
    cve: HOSTILE,
    locations: [
      { url: LONG_URL, method: HOSTILE, parameter: HOSTILE },
      { url: HOSTILE, method: null, parameter: 'p'.repeat(300) },
    ],
    location_count: 99,
    proof,
    references: [`javascript:alert(1)//${HOSTILE}`, `https://www.example.com/${HOSTILE}`],
    compliance: { [HOSTILE]: [HOSTILE] },
    first_seen_at: HOSTILE,
  })
  const many = Array.from({ length: 30 }, (_, at) => ({ url: `${LONG_URL}&n=${at}`, method: 'GET', parameter: null }))
  const wide = vulnerability({ check: 'csp/missing', title: 'W'.repeat(400), locations: many, location_count: 30 })
  const document = scanDocument([hostile, wide], { url: LONG_URL })
  const checks = document.coverage!.checks.map((check) => ({ ...check, reason: HOSTILE }))
  const sources = document.coverage!.sources.map((source) => ({ ...source, reason: HOSTILE }))
  return { ...document, coverage: { ...document.coverage!, checks, sources } }
}
