import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { archiveKind } from '../../derive/magic.ts'
import { SOURCE_COPIES } from '../../derive/source-copies.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'source' | 'archive' | 'dump'>[] = [
  ...SOURCE_COPIES,
  { outcome: 'archive', paths: /\.(?:zip|gz)$/, form: 'any', proof: archiveKind },
  {
    outcome: 'dump',
    paths: /\.sql$/,
    proof: /^(?:CREATE TABLE(?: IF NOT EXISTS)? [`"[\w.]{1,140}["`\]]?\s*\(|INSERT INTO [`"[\w])/im,
  },
]

export default defineCheck({
  id: 'exposure/page-copy',
  question: 'Are there no copies beside the pages of the site?',
  needs: ['found_copies'],
  type: 'exposure',
  cwe: 530,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/530.html'],
  distinct: ['path'],
  outcomes: {
    source: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'A copy of a page’s source can be read',
      why: 'Somebody saved a copy beside a page of the site. The server runs the original, but sends the copy as text, with whatever secrets and flaws it shows.',
      fix: 'Delete the copy, and leave such files out of deployments.',
      settings: {
        nginx: 'location ~ (\\.(bak|old|orig|save|swp)|~)$ { return 404; }',
        apache: '<FilesMatch "(\\.(bak|old|orig|save|swp)|~)$">Require all denied</FilesMatch>',
      },
    },
    archive: {
      severity: 'high',
      cvss: vectors.data,
      title: 'An archive of a part of the site can be downloaded',
      why: 'It is named after a folder of the site, and such archives hold the source with its configuration.',
      fix: 'Move backups out of the document root, and change the secrets that the archive holds.',
    },
    dump: {
      severity: 'critical',
      cvss: vectors.data,
      title: 'A dump of a database can be downloaded',
      why: 'It is named after a folder of the site. Whoever fetches it has the data of its users, and often their passwords’ hashes.',
      fix: 'Move the file out of the document root, and treat the data as copied.',
    },
  },
  run({ found_copies }) {
    return verdictOf(proven(found_copies, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
