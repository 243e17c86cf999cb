import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'
import { vectors } from '../../vectors.ts'

const KUBE = /\/(?:\.kube\/config|kubeconfig)$/
/** The field, whose value is never quoted. */
const SECRET = /^\s*(client-key-data|token|password):\s*["']?\S{8,}/m

const PROOFS: readonly Proof<'credentials' | 'cluster'>[] = [
  {
    outcome: 'credentials',
    paths: KUBE,
    proof: (body) => (isKubeconfig(body) ? (SECRET.exec(body)?.[1] ?? null) : null),
  },
  {
    outcome: 'cluster',
    paths: KUBE,
    proof: (body) => (isKubeconfig(body) ? (/^\s*server:\s*\S{1,200}/m.exec(body)?.[0].trim() ?? null) : null),
  },
]

export default defineCheck({
  id: 'exposure/kubeconfig',
  question: 'Are keys to Kubernetes kept from visitors?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 522,
  owasp_2021: ['A05:2021', 'A07:2021'],
  owasp_2025: ['A02:2025', 'A07:2025'],
  capec: [150],
  references: [
    'https://cwe.mitre.org/data/definitions/522.html',
    'https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/',
  ],
  outcomes: {
    credentials: {
      severity: 'critical',
      cvss: vectors.credentials,
      title: 'Keys to a Kubernetes cluster can be downloaded',
      why: 'The file holds the key or token of a user of the cluster, often of its administrator: everything that runs there can be read and changed.',
      fix: 'Revoke the key or token, and do not serve a home folder.',
      settings: {
        nginx: 'location ~ /\\.(?!well-known/) { return 404; }',
        apache: 'RedirectMatch 404 "/\\.(?!well-known/)"',
        caddy: '@hidden path_regexp /\\.(?!well-known/)\nrespond @hidden 404',
      },
    },
    cluster: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The address of a Kubernetes cluster can be read',
      why: 'The file names the cluster and how its users log in.',
      fix: 'Do not serve a home folder.',
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

function isKubeconfig(body: string): boolean {
  return /^kind:\s*["']?Config["']?\s*$/m.test(body) && /^clusters:/m.test(body)
}
