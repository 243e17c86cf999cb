import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const LOG = /(?:\.log|\/(?:error|access)_log)$/
const ERRORS: readonly RegExp[] = [
  /^\[\d{2}-[A-Z][a-z]{2}-\d{4} \d{2}:\d{2}:\d{2}[^\]\n]{0,40}\] \S/m, // PHP
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d{2}:\d{2}:\d{2}(?:\.\d+)? \d{4}\] \[/m, // Apache
  /^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2} \[(?:debug|info|notice|warn|error|crit|alert|emerg)\] \d+#\d+/m, // nginx
  /^\[\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}[^\]\n]{0,20}\] [\w-]{1,40}\.(?:DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): /m, // Laravel
  /^0 info it worked if it ends with ok$|^0 verbose cli /m, // npm
  /^\[?\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?\]? +\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b/m, // many others
]

const PROOFS: readonly Proof<'visitors' | 'errors'>[] = [
  {
    outcome: 'visitors',
    paths: LOG,
    proof:
      /^\S{1,100} \S{1,100} \S{1,100} \[\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] "(?:GET|POST|HEAD|PUT|DELETE|OPTIONS) /m,
  },
  ...ERRORS.map((proof) => ({ outcome: 'errors', paths: LOG, proof }) as const),
]

export default defineCheck({
  id: 'exposure/log-file',
  question: 'Are log files kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 532,
  owasp_2021: ['A09:2021', 'A01:2021'],
  owasp_2025: ['A09:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/532.html'],
  distinct: ['path'],
  outcomes: {
    visitors: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The log of visitors can be downloaded',
      why: 'The log holds the addresses of all visitors and what they asked for, tokens in addresses included. It is personal data.',
      fix: 'Write logs outside the document root, and report the breach where the law asks for it.',
    },
    errors: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'A log of errors can be downloaded',
      why: 'The log shows paths, queries and stack traces, at times passwords, and where the application breaks.',
      fix: 'Write logs outside the document root.',
      settings: {
        nginx: 'location ~ (\\.log|/error_log)$ { return 404; }',
        apache: '<FilesMatch "(\\.log|^error_log)$">Require all denied</FilesMatch>',
        wordpress: "define('WP_DEBUG_LOG', '/var/log/wordpress/debug.log');",
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
