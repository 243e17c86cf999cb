import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'profiles' | 'variables'>[] = [
  {
    outcome: 'profiles',
    paths: /\/debug\/pprof\/$/,
    form: 'any',
    proof: [/<title>\/debug\/pprof\/<\/title>/, /\bgoroutine\b[\s\S]{0,4000}?\bheap\b/],
  },
  { outcome: 'variables', paths: /\/debug\/vars$/, proof: [/"cmdline"\s*:\s*\[/, /"memstats"\s*:\s*\{/, /^\s*\{/] },
]

export default defineCheck({
  id: 'exposure/go-debug',
  question: 'Are the debugging pages of Go kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 489,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/489.html', 'https://pkg.go.dev/net/http/pprof'],
  outcomes: {
    profiles: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The profiler of Go is open',
      why: 'Anyone may fetch dumps of memory, stacks and command line, and keep the server busy with profiles.',
      fix: 'Serve net/http/pprof on an inner address only.',
    },
    variables: {
      severity: 'low',
      title: 'Variables of the Go program can be read',
      why: 'The page shows the command line, at times with secrets, and use of memory.',
      fix: 'Serve expvar on an inner address only.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
