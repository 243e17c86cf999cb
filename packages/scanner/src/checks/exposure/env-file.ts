import { defineCheck, fail, verdictOf } from '../../check.ts'
import { credentialsIn, quoteCredentials } from '../../derive/credentials.ts'
import { parseEnv } from '../../derive/env-file.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PATHS = /\/\.env(?:\.[a-z]+|~)?$/

const PROOFS: readonly Proof<'secrets' | 'settings'>[] = [
  { outcome: 'secrets', paths: PATHS, proof: (body) => (parseEnv(body) ? quoteCredentials(body) : null) },
  { outcome: 'settings', paths: PATHS, proof: settingsIn },
]

export default defineCheck({
  id: 'exposure/env-file',
  question: 'Is the file with the application’s environment kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 526,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/526.html', 'https://12factor.net/config'],
  distinct: ['path'],
  outcomes: {
    secrets: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Passwords of the application can be downloaded',
      why: 'The file with the environment of the application is served as it is. Its database passwords and keys open the data, the mail account, often the whole cloud account. Such files are collected from the whole internet every day.',
      fix: 'Change every secret in the file, then move it out of the document root and refuse paths that begin with a dot.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
    settings: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'Settings of the application can be downloaded',
      why: 'The file with the environment of the application is served as it is. It shows inner names, paths and services now, and whatever secret is added to it tomorrow.',
      fix: 'Move the file out of the document root and refuse paths that begin with a dot.',
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

/** The first variable, unless the file is an example whose secrets are hints for the reader. */
function settingsIn(body: string): string | null {
  const variables = parseEnv(body)
  if (!variables || credentialsIn(body).has_hints) return null
  return `${variables[0]!.name}=…`
}
