import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'

const PROOFS: readonly Proof<'elasticsearch' | 'consul' | 'solr'>[] = [
  {
    outcome: 'elasticsearch',
    paths: /\/_cat\/indices$/,
    proof: /^(?:green|yellow|red)\s+(?:open|close)\s+\S{1,200}\s+\S+\s+\d+\s+\d+/m,
  },
  {
    outcome: 'consul',
    paths: /\/v1\/agent\/self$/,
    proof: [/^\s*\{\s*"Config"\s*:\s*\{[\s\S]{0,400}?"Datacenter"\s*:\s*"[^"]{1,100}"/],
  },
  {
    outcome: 'solr',
    paths: /\/solr\/admin\/info\/system/,
    proof: [/"solr-spec-version"\s*:\s*"[^"]{1,40}"/, /^\s*\{\s*"responseHeader"/],
  },
]

export default defineCheck({
  id: 'exposure/open-service',
  question: 'Do inner services ask for a log-in?',
  needs: ['found_files'],
  type: 'exposure',
  cwe: 306,
  owasp_2021: ['A07:2021', 'A05:2021'],
  owasp_2025: ['A07:2025', 'A02:2025'],
  references: ['https://cwe.mitre.org/data/definitions/306.html'],
  outcomes: {
    elasticsearch: {
      severity: 'critical',
      title: 'Elasticsearch is open',
      why: 'No log-in is asked for: anyone reads, changes and deletes all data in it.',
      fix: 'Take the service away from the internet at once, and switch its security on.',
    },
    consul: {
      severity: 'high',
      title: 'Consul is open',
      why: 'Anyone reads the configuration and all services of the cluster; where checks by script are on, anyone runs code.',
      fix: 'Take the service away from the internet at once, and switch on access control (ACL).',
    },
    solr: {
      severity: 'high',
      title: 'The administration of Solr is open',
      why: 'Anyone reads and changes data and configuration, which on many versions leads to running code.',
      fix: 'Take the service away from the internet at once, and switch on authentication.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, exchange, seen }) => fail(outcome, exchange, seen)))
  },
})
