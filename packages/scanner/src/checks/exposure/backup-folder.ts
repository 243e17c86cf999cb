import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

/** Folders whose name says what lies in them. */
const FOLDER = /\/(?:backups?|bak|backup-db|updraft|ai1wm-backups)\/$/
/** A link to a file that is a copy of something, in the listing that a server makes. */
const COPY = /<a\b[^>]{0,300}\bhref="[^"?]{1,300}\.(?:zip|tar|tgz|gz|bz2|xz|7z|rar|sql|bak|dump|wpress|old)"/i

const PROOFS: readonly Proof<'listed'>[] = [
  {
    outcome: 'listed',
    paths: FOLDER,
    form: 'html',
    proof: [
      COPY,
      /<title>[^<]{0,60}(?:Index of|Directory listing for|Directory Listing For|listing directory|Directory:) ?\[?\/?[^<]{0,200}<\/title>|\[To Parent Directory\]/i,
    ],
  },
]

export default defineCheck({
  id: 'exposure/backup-folder',
  question: 'Are folders of backups kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 548,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [127],
  references: ['https://cwe.mitre.org/data/definitions/548.html', 'https://cwe.mitre.org/data/definitions/530.html'],
  distinct: ['path'],
  outcomes: {
    listed: {
      severity: 'high',
      cvss: vectors.data,
      title: 'A folder of backups lists its files',
      why: 'The server lists the folder, and in it are archives or dumps that anyone can download: source, configuration, often the database.',
      fix: 'Move backups out of the document root, switch listings off, and change the secrets that the backups hold.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
