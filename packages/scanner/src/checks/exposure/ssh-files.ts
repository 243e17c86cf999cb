import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const KEY_TYPE = /(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3}|sk-\S{5,40}) AAAA[A-Za-z0-9+/]{20,}/

const PROOFS: readonly Proof<'names'>[] = [
  {
    outcome: 'names',
    paths: /\/\.ssh\/known_hosts$/,
    proof: new RegExp(`^(?:\\|1\\|\\S{20,80}|[\\w.,:[\\]-]{1,300}) ${KEY_TYPE.source}`, 'm'),
  },
  {
    outcome: 'names',
    paths: /\/\.ssh\/authorized_keys$/,
    proof: new RegExp(`^(?:[\\w-]+(?:="[^"\\n]{0,200}")?[ ,])*${KEY_TYPE.source}`, 'm'),
  },
]

export default defineCheck({
  id: 'exposure/ssh-files',
  question: 'Are the lists of the SSH client kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],

  outcomes: {
    names: {
      severity: 'low',
      cvss: vectors.details,
      title: 'Lists of an SSH account can be read',
      why: 'They show who may log in here, or which other servers a person of this site logs in to. A folder .ssh in reach of visitors often holds the private key as well.',
      fix: 'Do not serve a home folder, and refuse paths that begin with a dot.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
