import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'

const PROOFS: readonly Proof<'metrics'>[] = [
  {
    outcome: 'metrics',
    paths: /\/(?:metrics|actuator\/prometheus)$/,
    proof: [
      /^# (?:HELP|TYPE) [a-zA-Z_:][\w:]{0,200} \S/m,
      /^[a-zA-Z_:][\w:]*(?:\{[^\n]{0,2000}\})? [-+]?(?:\d|NaN|Inf)/m,
    ],
  },
]

export default defineCheck({
  id: 'exposure/metrics',
  question: 'Are the figures for Prometheus kept from visitors?',
  needs: ['found_files'],
  type: 'information',
  cwe: 497,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: [
    'https://cwe.mitre.org/data/definitions/497.html',
    'https://prometheus.io/docs/instrumenting/exposition_formats/',
  ],
  outcomes: {
    metrics: {
      severity: 'info',
      title: 'Figures for Prometheus can be read',
      why: 'They show load, inner names and versions. What they tell depends on the application.',
      fix: 'Serve the figures on an inner address, or ask for a token.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
