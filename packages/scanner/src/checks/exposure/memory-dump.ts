import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { binaryKind } from '../../derive/magic.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'dump'>[] = [
  {
    outcome: 'dump',
    paths: /\/(?:[\w.-]*heapdump|[\w.-]+\.hprof|core|[\w.-]+\.rdb)$/,
    form: 'any',
    proof: (body) => {
      const kind = binaryKind(body)
      return kind === 'heap-dump' || kind === 'core-dump' || kind === 'redis-dump' ? kind : null
    },
  },
]

export default defineCheck({
  id: 'exposure/memory-dump',
  question: 'Is the memory of programs kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 528,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/528.html'],
  distinct: ['path'],
  outcomes: {
    dump: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The memory of a program can be downloaded',
      why: 'A dump of the memory holds what the program knew when it was made: passwords, keys, sessions and data of its users, in plain text.',
      fix: 'Delete the file, change the secrets of the program, and keep dumps out of the document root.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
