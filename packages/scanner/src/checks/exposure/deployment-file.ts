import { defineCheck, fail, verdictOf } from '../../check.ts'
import { quoteCredentials } from '../../derive/credentials.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

/** Each with what its own language demands of every file. */
const FILES: readonly [paths: RegExp, proof: readonly RegExp[]][] = [
  [/\/serverless\.yml$/, [/^provider:/m, /^service:/m]],
  [
    /\/app\.yaml$/,
    [/^runtime:\s*\w/m, /^(?:handlers|env_variables|instance_class|entrypoint|automatic_scaling|service|env):/m],
  ],
  [
    /\/ansible\.cfg$/,
    [
      /^\[defaults\]/m,
      /^(?:inventory|remote_user|host_key_checking|roles_path|private_key_file|vault_password_file)\s*=/m,
    ],
  ],
  [/\/secrets\.yaml$/, [/^kind:\s*["']?Secret\b/m, /^apiVersion:/m]],
  [/\/Vagrantfile$/, [/Vagrant\.configure/, /\bconfig\.vm\./]],
  [/\/Procfile$/, [/^(?:web|worker|release): \S/m]],
]

const PROOFS: readonly Proof<'credentials' | 'steps'>[] = FILES.flatMap(
  ([paths, proof]): Proof<'credentials' | 'steps'>[] => [
    {
      outcome: 'credentials',
      paths,
      proof: (body) =>
        proof.every((pattern) => pattern.test(body)) ? (kubernetesSecret(body) ?? quoteCredentials(body)) : null,
    },
    { outcome: 'steps', paths, proof },
  ],
)

export default defineCheck({
  id: 'exposure/deployment-file',
  question: 'Are descriptions of the deployment kept from visitors?',
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
      title: 'Secrets in a description of the deployment can be downloaded',
      why: 'The file sets passwords or keys with which the site runs or is deployed.',
      fix: 'Change the secrets, keep them out of such files, and deploy without the file.',
    },
    steps: {
      severity: 'low',
      title: 'A description of the deployment can be downloaded',
      why: 'The file shows how and where the site runs, with inner names and paths.',
      fix: 'Keep the file out of the folder that is served.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})

/** The name of the first value below `data` of a Kubernetes secret. */
function kubernetesSecret(body: string): string | null {
  if (!/^kind:\s*["']?Secret\b/m.test(body)) return null
  const name = /^(?:data|stringData):[^\S\n]*\n[^\S\n]+([\w.-]{1,80}):[^\S\n]*\S{4,}/m.exec(body)?.[1]
  return name ? `${name}=…` : null
}
