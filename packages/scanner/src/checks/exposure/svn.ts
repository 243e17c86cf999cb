import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'repository'>[] = [
  // before version 1.7: the format's number, then entries parted by form feeds; since then the number alone
  { outcome: 'repository', paths: /\/\.svn\/entries$/, proof: /^(?:8|9|10|11|12)\r?\n(?:\r?\ndir\r?\n[\s\S]|$)/ },
  {
    outcome: 'repository',
    paths: /\/\.svn\/wc\.db$/,
    form: 'any',
    proof: [/^SQLite format 3/, /CREATE TABLE (?:NODES|REPOSITORY|WCROOT)\b/],
  },
]

export default defineCheck({
  id: 'exposure/svn',
  question: 'Is the Subversion working copy kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 527,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/527.html'],
  outcomes: {
    repository: {
      severity: 'high',
      cvss: vectors.data,
      title: 'The Subversion working copy can be downloaded',
      why: 'The folder .svn lists all files and holds an unchanged copy of each, so the whole source can be read, configuration included.',
      fix: 'Deploy by svn export, and refuse paths that begin with a dot.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
