import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { archiveKind } from '../../derive/magic.ts'
import { vectors } from '../../vectors.ts'

const ARCHIVE = /\.(?:zip|gz|tgz|bz2|xz|7z|rar|tar)$/

const PROOFS: readonly Proof<'archive'>[] = [{ outcome: 'archive', paths: ARCHIVE, form: 'any', proof: archiveKind }]

export default defineCheck({
  id: 'exposure/backup-archive',
  question: 'Are archives of the site kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 530,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/530.html',
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/02-Configuration_and_Deployment_Management_Testing/04-Review_Old_Backup_and_Unreferenced_Files_for_Sensitive_Information',
  ],
  distinct: ['path'],
  outcomes: {
    archive: {
      severity: 'high',
      cvss: vectors.data,
      title: 'An archive of the site can be downloaded',
      why: 'Such archives hold the source with its configuration, often the database as well. Their names are guessed by every crawler that looks for them.',
      fix: 'Move backups out of the document root, and change the secrets that the archive holds.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
