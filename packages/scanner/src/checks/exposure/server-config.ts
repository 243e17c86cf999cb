import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const NGINX = /\/nginx\.conf$/
const APACHE = /\/httpd\.conf$/
const PHP = /\/(?:php|\.user)\.ini$/

const PROOFS: readonly Proof<'configuration'>[] = [
  {
    outcome: 'configuration',
    paths: NGINX,
    proof: [/^\s*server\s*\{/m, /^\s*(?:listen|server_name|root|location)\s+[^;{\n]{1,200}[;{]/m],
  },
  {
    outcome: 'configuration',
    paths: APACHE,
    proof: [/^\s*(?:ServerRoot|DocumentRoot|LoadModule|Listen)\s+\S/m, /^\s*<(?:Directory|VirtualHost|IfModule)\b/m],
  },
  {
    outcome: 'configuration',
    paths: PHP,
    proof:
      /^\s*(?:memory_limit|upload_max_filesize|display_errors|auto_prepend_file|disable_functions|open_basedir|session\.[\w.]+|error_log|post_max_size)\s*=\s*\S/m,
  },
]

export default defineCheck({
  id: 'exposure/server-config',
  question: 'Is the configuration of the server kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],
  distinct: ['path'],
  outcomes: {
    configuration: {
      severity: 'low',
      cvss: vectors.details,
      title: 'The configuration of the server can be downloaded',
      why: 'It names inner hosts and paths, modules, and which addresses are protected how.',
      fix: 'Move the file out of the document root.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
