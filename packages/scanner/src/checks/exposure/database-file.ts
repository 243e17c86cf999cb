import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { binaryKind } from '../../derive/magic.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'sqlite'>[] = [
  {
    outcome: 'sqlite',
    paths: /(?<!\/\.svn\/wc)\.(?:sqlite3?|db)$/,
    form: 'any',
    proof: (body) => (binaryKind(body) === 'sqlite' ? 'SQLite format 3' : null),
  },
]

export default defineCheck({
  id: 'exposure/database-file',
  question: 'Are database files kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 552,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/552.html'],
  distinct: ['path'],
  outcomes: {
    sqlite: {
      severity: 'critical',
      cvss: vectors.data,
      title: 'The database can be downloaded',
      why: 'The SQLite file under the document root holds all data of the application: accounts with their password hashes, sessions, orders.',
      fix: 'Move the file out of the document root, end all sessions and have passwords changed.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
