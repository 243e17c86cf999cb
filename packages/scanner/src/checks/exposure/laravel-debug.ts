import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'telescope' | 'debugbar' | 'ignition'>[] = [
  {
    outcome: 'telescope',
    paths: /\/telescope\//,
    form: 'html',
    proof: [/<title>Telescope(?: - [^<]{1,200})?<\/title>/, /<div id="telescope"/],
  },
  {
    outcome: 'debugbar',
    paths: /\/_debugbar\/open/,
    proof: /^\s*\[\s*\{"id":"[^"]{1,100}"(?=[\s\S]{0,400}?"utime":)[\s\S]{0,400}?"uri":/,
  },
  { outcome: 'ignition', paths: /\/_ignition\/health-check$/, proof: /^\s*\{\s*"can_execute_commands"\s*:\s*true\b/ },
]

export default defineCheck({
  id: 'exposure/laravel-debug',
  question: 'Are the debugging tools of Laravel off?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 489,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/489.html', 'https://laravel.com/docs/telescope'],
  outcomes: {
    telescope: {
      severity: 'high',
      cvss: vectors.data,
      title: 'Laravel Telescope is open',
      why: 'It shows every request of every visitor with cookies, forms, mail and database queries.',
      fix: 'Restrict Telescope by its gate to administrators, or leave it out of production.',
    },
    debugbar: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The debug bar of Laravel keeps requests for anyone',
      why: 'It hands out the last requests of all visitors with their sessions and database queries.',
      fix: 'Set APP_DEBUG=false, and install the debug bar for development only.',
    },
    ignition: {
      severity: 'high',
      cvss: vectors.control,
      title: 'The error page of Laravel takes commands',
      why: 'The site runs in debug mode, and the error page offers to run its suggestions. In versions before 2.5.2 that lets anyone run code (CVE-2021-3129).',
      fix: 'Set APP_DEBUG=false, and install Ignition for development only.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
