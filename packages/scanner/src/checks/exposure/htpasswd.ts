import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

/** The forms that htpasswd writes: bcrypt, MD5, SHA-1, crypt with SHA-2, and DES crypt. */
const LINE =
  /^([^:\s]{1,255}):(?:(\$2[aby]\$|\$apr1\$|\{SHA\}|\$[156]\$)[./0-9A-Za-z$=+]{8,120}|(?=[./0-9A-Za-z]*[A-Z])(?=[./0-9A-Za-z]*[a-z])[./0-9A-Za-z]{13})$/

const PROOFS: readonly Proof<'hashes'>[] = [{ outcome: 'hashes', paths: /\/\.htpasswd$/, proof: user }]

export default defineCheck({
  id: 'exposure/htpasswd',
  question: 'Are password files kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 552,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/552.html',
    'https://httpd.apache.org/docs/current/misc/password_encryptions.html',
  ],
  outcomes: {
    hashes: {
      severity: 'high',
      cvss: vectors.data,
      title: 'A file with password hashes can be downloaded',
      why: 'The file holds user names with hashes of their passwords. Hashes of ordinary passwords are computed back within hours.',
      fix: 'Change the passwords, move the file out of the document root, and refuse paths that begin with .ht.',
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

/** The first user with the kind of the hash, never the hash, provided that the whole file is such lines. */
function user(body: string): string | null {
  const lines = body.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  const [first] = lines
  if (first === undefined || !lines.every((line) => LINE.test(line))) return null
  const [, name, kind] = LINE.exec(first)!
  return `${name}:${kind ?? ''}…`
}
