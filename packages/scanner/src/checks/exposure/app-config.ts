import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { jsonOf, type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const PROOFS: readonly Proof<'credentials'>[] = [
  // such a file is often meant for the browser: only secrets in it are a fault
  {
    outcome: 'credentials',
    paths:
      /\/(?:(?:config|settings|parameters|doctrine)\.(?:json|ya?ml|ini)|secrets\.(?:yml|json)|(?<!config\/)database\.yml)$/,
    proof: (body) => (isConfiguration(body) ? quoteCredentials(body) : null),
  },
]

export default defineCheck({
  id: 'exposure/app-config',
  question: 'Are configuration files of the application free of secrets?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 538,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: ['https://cwe.mitre.org/data/definitions/538.html'],
  distinct: ['path'],
  outcomes: {
    credentials: {
      severity: 'high',
      cvss: vectors.credentials,
      title: 'Secrets in a configuration file can be downloaded',
      why: 'The file is served to every visitor and assigns passwords or keys.',
      fix: 'Change every secret in the file, and keep what the browser needs apart from what the server needs.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** JSON, or lines of YAML and nothing else. */
function isConfiguration(body: string): boolean {
  if (/^\s*[[{]/.test(body)) return jsonOf(body) !== null
  const lines = body.split('\n').filter((line) => !/^\s*(?:#.*)?$/.test(line))
  return (
    lines.length > 1 && lines.every((line) => /^\s*(?:- .*|-?\s*["']?[\w.-]+["']?:(?:\s.*)?|---|\.\.\.)\s*$/.test(line))
  )
}
