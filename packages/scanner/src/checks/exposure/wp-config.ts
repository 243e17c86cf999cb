import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { binaryKind } from '../../derive/magic.ts'
import { vectors } from '../../vectors.ts'

const WP_CONFIG = /\/\.?wp-config\./
const SOURCE = /\bdefine\(\s*['"]DB_(?:NAME|USER|PASSWORD|HOST)['"]\s*,/

const PROOFS: readonly Proof<'credentials' | 'source'>[] = [
  { outcome: 'credentials', paths: WP_CONFIG, proof: (body) => (SOURCE.test(body) ? quoteCredentials(body) : null) },
  { outcome: 'source', paths: WP_CONFIG, proof: SOURCE },
  {
    outcome: 'source',
    paths: WP_CONFIG,
    form: 'any',
    proof: (body) => (binaryKind(body) === 'vim-swap' && body.includes('wp-config') ? 'b0VIM' : null),
  },
]

export default defineCheck({
  id: 'exposure/wp-config',
  question: 'Is the WordPress configuration kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 530,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/530.html',
    'https://developer.wordpress.org/advanced-administration/wordpress/wp-config/',
  ],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The WordPress database password can be downloaded',
      why: 'A copy of wp-config.php is sent as text. It holds the database password and the keys that sign the log-in cookies: with them anyone becomes administrator.',
      fix: 'Delete the copy, change the database password and all keys and salts, and end all sessions.',
    },
    source: {
      severity: 'high',
      cvss: vectors.data,
      title: 'A copy of the WordPress configuration can be downloaded',
      why: 'A copy of wp-config.php is sent as text. It names the database and its user, and may hold more than the part that was read.',
      fix: 'Delete the copy, and change the database password, keys and salts.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
