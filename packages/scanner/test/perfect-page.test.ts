import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks } from '../src/checks/index.ts'
import { EvidenceBook, runCheck } from '../src/evaluate.ts'
import { sources } from '../src/sources.ts'
import { cors } from './cors.ts'
import { exchange, page, script, target } from './evidence.ts'
import { exposures } from './exposures.ts'
import { visitors } from './visitors.ts'

// A log-in page with everything in order: nonce, Trusted Types, a prefixed session cookie, a token in the form.
const NONCE = '4AEemGb0xJptoIGFP3Nd2g=='
const START = page({
  headers: {
    'Set-Cookie': [
      '__Host-session=q3Zt8Kx1Lw0sPb7VnR2yQ; Path=/; Secure; HttpOnly; SameSite=Lax',
      'XSRF-TOKEN=Vn8RyQ3tZ1Kx0LwPb72s; Path=/; Secure; SameSite=Strict',
      'lang=en; Secure; SameSite=Lax; Max-Age=31536000',
    ],
    'Content-Security-Policy': `default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'`,
  },
  body: `<!doctype html><html lang="en"><head><title>Home</title><link rel="stylesheet" href="/a.css">
    <script src="/a.js" nonce="${NONCE}"></script></head><body><!-- navigation --><h1>Welcome</h1>
    <form method="post" action="/login"><input type="hidden" name="csrf_token" value="Vn8RyQ3tZ1Kx0LwPb72s">
    <input type="password" name="password" autocomplete="current-password"></form>
    <a href="https://other.test/" target="_blank">elsewhere</a></body></html>`,
})
const NOT_FOUND = exchange({ url: 'https://site.test/none', status: 404, body: '<h1>Not found</h1>' })
const EVIDENCE = {
  scan: { type: 'full', started_at: Date.UTC(2026, 0, 15) },
  target: target(START.url),
  previous: { script_hosts: [] },
  page: START,
  script: script("document.querySelector('h1').textContent = 'Welcome back'"),
  not_found: NOT_FOUND,
  software: [],
  known: [],
  listed: [],
  listed_files: [],
  well_known: {
    security_txt: null,
    security_txt_root: null,
    robots_txt: null,
    crossdomain_xml: NOT_FOUND,
    client_access_policy_xml: NOT_FOUND,
  },
  ...cors({}),
  ...exposures({}),
  ...visitors({ browser: START.body }),
  cms_probes: { seen: [], soft_404: null, probes: [] },
}

for (const check of checks.filter(({ id }) => /^(?:csp|cookies|cors|content|threat|software)\//.test(id))) {
  test(`${check.id} finds nothing on a perfect page`, () => {
    const gathered = Object.fromEntries(Object.entries(EVIDENCE).map(([name, value]) => [name, { ok: true, value }]))
    const { result } = runCheck(check, new EvidenceBook(gathered as never, sources))
    assert.match(result.status, /^(?:passed|skipped)$/, JSON.stringify(result))
  })
}
