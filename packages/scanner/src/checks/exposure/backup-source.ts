import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { binaryKind } from '../../derive/magic.ts'

const PROOFS: readonly Proof<'source'>[] = [
  // what the server would run under its own name, it sends as text under this one
  {
    outcome: 'source',
    paths:
      /\/(?!(?:wp-config|config(?:uration)?|database|db|settings|LocalSettings)\.)[\w-]+\.php(?:\.(?:bak|old|orig|save|txt)|~)$/,
    proof: /^\uFEFF?\s*<\?(?:php\b|=)/,
  },
  {
    outcome: 'source',
    paths: /\.(?:aspx?|ashx|jspx?|cfm|cgi|pl|py|rb)(?:\.(?:bak|old)|~)$/i,
    proof:
      /^\uFEFF?\s*(?:<%@\s*(?:Page|WebHandler|Language|page|taglib)\b|<%[^>]{2,}|<cf(?:set|query|if|component|include)\b|#!\s?\/usr\/(?:local\/)?bin\/|(?:from [\w.]+ )?import [\w., ]+$|use strict;|require ['"])/m,
  },
  {
    outcome: 'source',
    paths: /\/\.?(?!wp-config)[\w-]+\.\w{1,5}\.swp$/,
    form: 'any',
    proof: (body) => (binaryKind(body) === 'vim-swap' ? 'b0VIM' : null),
  },
  {
    outcome: 'source',
    paths: /\/settings\.py$/,
    proof: [/^(?:from|import) [\w.]+/m, /^(?:SECRET_KEY|INSTALLED_APPS|DATABASES)\s*=/m],
  },
]

export default defineCheck({
  id: 'exposure/backup-source',
  question: 'Are copies of source files kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 530,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: ['https://cwe.mitre.org/data/definitions/530.html'],
  distinct: ['path'],
  outcomes: {
    source: {
      severity: 'medium',
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
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
