import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { versionFiles } from '../../derive/cms_software.ts'

export default defineCheck({
  id: 'software/cms-version-file',
  question: 'Do the files of the content management keep its version to themselves?',
  needs: ['cms_probes'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [170],
  references: ['https://developer.wordpress.org/advanced-administration/security/hardening/'],
  outcomes: {
    told: {
      severity: 'info',
      title: 'Files of the content management tell its version',
      why: 'When a flaw becomes known, attackers look up who runs that version and go there first.',
      fix: 'Refuse requests for these files, and take the generator out of feeds. Keep the software up to date all the same.',
      settings: {
        nginx: 'location ~* ^/(readme\\.html|license\\.txt|CHANGELOG\\.txt|administrator/manifests/) { deny all; }',
        apache: '<FilesMatch "^(readme\\.html|license\\.txt|CHANGELOG\\.txt)$">\n  Require all denied\n</FilesMatch>',
        wordpress: "add_filter('the_generator', '__return_empty_string');",
      },
    },
  },
  run({ cms_probes }) {
    if (cms_probes.seen.length === 0) return skip('no content management was recognised')
    return verdictOf(versionFiles(cms_probes).map(({ exchange, seen }) => fail('told', exchange, seen)))
  },
})
