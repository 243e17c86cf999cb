import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'rules'>[] = [
  {
    outcome: 'rules',
    paths: /\/\.htaccess$/,
    proof:
      /^\s*(?:RewriteEngine\s+(?:on|off)|<IfModule\s+!?[\w.]+>|AuthUserFile\s+\S|Options\s+[+-]?\w+|(?:Deny|Allow) from |Require (?:all|valid-user|ip)|Header (?:always )?set |DirectoryIndex\s+\S|RewriteRule\s+\S)/im,
  },
]

export default defineCheck({
  id: 'exposure/htaccess',
  question: 'Are the rules in .htaccess kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/538.html',
    'https://httpd.apache.org/docs/current/howto/htaccess.html',
  ],
  outcomes: {
    rules: {
      severity: 'low',
      cvss: vectors.details,
      title: '.htaccess can be downloaded',
      why: 'The file shows inner paths, protected folders and where password files lie. That it is served also shows that the server does not heed it.',
      fix: 'Refuse paths that begin with .ht, or delete the file where the server is not Apache.',
      settings: {
        nginx: 'location ~ /\\.ht { return 404; }',
        apache: '<FilesMatch "^\\.ht">Require all denied</FilesMatch>',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
