import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testCheck } from '../../../test/check-table.ts'
import { softwareEvidence } from '../../../test/software.ts'
import type { Fail } from '../../check.ts'
import { collectFindings } from '../../collect.ts'
import check from './vulnerable-server.ts'

const server = (value: string, more: Record<string, string> = {}) =>
  softwareEvidence({ headers: { Server: value, ...more } })

testCheck(check, {
  fires: [
    { name: 'Apache 2.4.49', evidence: server('Apache/2.4.49 (Unix)'), outcome: 'vulnerable' },
    { name: 'an old nginx', evidence: server('nginx/1.18.0'), outcome: 'vulnerable', seen: 'Server: nginx/1.18.0' },
    {
      name: 'OpenSSL with Heartbleed, and PHP beside it',
      evidence: server('Apache/2.4.64 (Unix) OpenSSL/1.0.1f PHP/5.3.3'),
      outcome: ['vulnerable', 'vulnerable'],
    },
    {
      name: 'PHP as CGI on Windows',
      evidence: server('Microsoft-IIS/10.0', { 'X-Powered-By': 'PHP/8.3.7' }),
      outcome: 'vulnerable',
    },
    {
      name: 'a distribution’s Apache, as a sign only',
      evidence: server('Apache/2.4.52 (Debian)'),
      outcome: 'vulnerable',
    },
  ],
  silent: [
    { name: 'a newer nginx', evidence: server('nginx/1.28.0'), verdict: 'pass' },
    { name: 'no version', evidence: server('nginx'), verdict: 'skip' },
    { name: 'Apache 2.4, which may be any release of it', evidence: server('Apache/2.4'), verdict: 'pass' },
    { name: 'a server that nobody knows', evidence: server('x/1.0'), verdict: 'skip' },
    {
      name: 'PHP of the same version elsewhere than on Windows',
      evidence: server('nginx', { 'X-Powered-By': 'PHP/8.3.20' }),
      verdict: 'pass',
    },
  ],
})

const AROUND = { origin: 'https://site.test', servers: [], untrusted: false }
const findings = (value: string, more = {}) =>
  collectFindings(
    check,
    (check.run(server(value, more) as never) as Fail[]).map((fail) => ({ fail, on: null })),
    AROUND,
  )

test('the finding names software, flaws, their feed and its day, and the release that mends them', () => {
  const [apache] = findings('Apache/2.4.49')
  assert.equal(apache!.title, 'Apache HTTP Server 2.4.49 has known vulnerabilities')
  assert.equal(apache!.severity, 'critical')
  assert.equal(apache!.confidence, 'firm')
  assert.match(apache!.cve!, /^CVE-2021-(?:41773|42013)$/)
  assert.match(apache!.cvss!.vector, /^CVSS:3\.1\//)
  assert.match(
    apache!.description,
    /CVE-2021-41773: .{10,}\(critical, CVSS 9\.8, exploited since 2021-11-03 at the latest \(CISA\), not mended in this line; by lasthash of 20\d\d-\d\d-\d\d\)/,
  )
  assert.match(apache!.remediation, /Update Apache HTTP Server to 2\.4\.\d+ or newer/)
  assert.deepEqual(apache!.fingerprint_inputs.parameter, 'apache')
  assert.ok(apache!.advisories!.length > 10)
  assert.equal(apache!.software!.version, '2.4.49')
})

test('what a distribution may have mended weighs nothing', () => {
  const [apache] = findings('Apache/2.4.52 (Debian)')
  assert.equal(apache!.confidence, 'tentative')
  assert.equal(apache!.score_impact, 0)
})

test('one piece of software is one finding, whatever release of it is seen', () => {
  assert.equal(findings('nginx/1.18.0')[0]!.fingerprint, findings('nginx/1.16.0')[0]!.fingerprint)
})
