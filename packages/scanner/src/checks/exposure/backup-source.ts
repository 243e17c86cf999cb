import { defineCheck, fail, verdictOf } from '../../check.ts'
import { proven } from '../../derive/found_files.ts'
import { SOURCE_COPIES } from '../../derive/source-copies.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'exposure/backup-source',
  question: 'Are copies of source files kept from visitors?',
  needs: ['found_files'],
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
      title: 'A copy of a source file can be read',
      why: 'Somebody saved a copy beside the original. The server runs the original, but sends the copy as text, with whatever secrets and flaws it shows.',
      fix: 'Delete the copy, and leave such files out of deployments.',
      settings: {
        nginx: 'location ~ (\\.(bak|old|orig|save|swp)|~)$ { return 404; }',
        apache: '<FilesMatch "(\\.(bak|old|orig|save|swp)|~)$">Require all denied</FilesMatch>',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, SOURCE_COPIES).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
