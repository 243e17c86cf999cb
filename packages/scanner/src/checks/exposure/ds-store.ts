import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { binaryKind } from '../../derive/magic.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'names'>[] = [
  {
    outcome: 'names',
    paths: /\/\.DS_Store$/,
    form: 'any',
    proof: (body) => (binaryKind(body) === 'ds-store' ? 'Bud1' : null),
  },
]

export default defineCheck({
  id: 'exposure/ds-store',
  question: 'Are the notes of the macOS Finder kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],
  outcomes: {
    names: {
      severity: 'low',
      cvss: vectors.details,
      title: 'A .DS_Store file lists the names of files',
      why: 'The file holds the names of what lay in the folder on somebody’s Mac, also of backups and drafts that nothing links to.',
      fix: 'Delete .DS_Store files from the server and leave them out of deployments.',
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
