import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const VARIABLES = /\/terraform\.tfvars$/
const ASSIGNMENTS = /^\s*[a-z_]\w*\s*=\s*["[{\d]/m

const PROOFS: readonly Proof<'state' | 'variables'>[] = [
  {
    outcome: 'state',
    paths: /\/terraform\.tfstate(?:\.backup)?$/,
    proof: [/^\s*\{[\s\S]{0,200}?"terraform_version"\s*:\s*"[\d.]+/, /"(?:resources|modules|outputs)"\s*:/],
  },
  { outcome: 'variables', paths: VARIABLES, proof: (body) => (ASSIGNMENTS.test(body) ? quoteCredentials(body) : null) },
]

export default defineCheck({
  id: 'exposure/terraform-state',
  question: 'Is the state of Terraform kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 552,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/552.html',
    'https://developer.hashicorp.com/terraform/language/state/sensitive-data',
  ],
  distinct: ['path'],
  outcomes: {
    state: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'The state of Terraform can be downloaded',
      why: 'The file describes the whole infrastructure with all its secrets in plain text: database passwords, keys, certificates.',
      fix: 'Change every secret in the file, and keep state in a remote backend with access rules.',
    },
    variables: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Secrets for Terraform can be downloaded',
      why: 'The file sets passwords or keys with which the infrastructure is built.',
      fix: 'Change every secret in the file, and keep it out of the folder that is served.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
