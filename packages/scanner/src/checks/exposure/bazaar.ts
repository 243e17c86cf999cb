import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'repository'>[] = [
  { outcome: 'repository', paths: /\/\.bzr\/README$/, proof: /^This is a Bazaar(?:-NG)? control directory/ },
]

export default defineCheck({
  id: 'exposure/bazaar',
  question: 'Is the Bazaar repository kept from visitors?',
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
      title: 'The Bazaar repository can be downloaded',
      why: 'From the files under /.bzr/ the source and its history can be put together again, with every password that was ever committed.',
      fix: 'Deploy by bzr export, and refuse paths that begin with a dot.',
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
