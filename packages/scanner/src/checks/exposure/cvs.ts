import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'working_copy'>[] = [
  // one line for each file: /name/revision/date/options/tag, or D/name//// for a folder
  {
    outcome: 'working_copy',
    paths: /\/CVS\/Entries$/,
    proof: /^(?:\/[^/\n]{1,200}\/-?\d[\d.]{0,20}\/[^/\n]{0,60}\/[^/\n]{0,40}\/|D\/[^/\n]{1,200}\/\/\/\/)/m,
  },
]

export default defineCheck({
  id: 'exposure/cvs',
  question: 'Is the CVS working copy kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 527,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/527.html'],
  outcomes: {
    working_copy: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The files of a CVS working copy are listed',
      why: 'The folder CVS names every file of the site with its version, also those that nothing links to, and the server that holds the source.',
      fix: 'Deploy by cvs export, and refuse the paths that contain /CVS/.',
      settings: { nginx: 'location ~ /CVS/ { return 404; }', apache: 'RedirectMatch 404 "/CVS/"' },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
