import { defineCheck, fail, verdictOf } from '../../check.ts'
import { type Proof, proven } from '../../derive/found_files.ts'

const PATHS = /\/(?:graphiql|playground|altair|graphql)$/

const PROOFS: readonly Proof<'console'>[] = [
  {
    outcome: 'console',
    paths: PATHS,
    form: 'html',
    proof: [
      /<title>[^<]{0,40}(?:GraphiQL|GraphQL Playground|Altair|Apollo Sandbox|Yoga GraphiQL)[^<]{0,40}<\/title>/i,
      /graphiql|playground|altair|embeddable-sandbox/i,
    ],
  },
]

export default defineCheck({
  id: 'exposure/graphql-console',
  question: 'Is the console for GraphQL kept from visitors?',
  needs: ['found_files'],
  type: 'information',
  cwe: 489,
  owasp_2021: ['A05:2021', 'A01:2021'],
  owasp_2025: ['A02:2025', 'A01:2025'],
  references: [
    'https://cwe.mitre.org/data/definitions/489.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html',
  ],

  outcomes: {
    console: {
      severity: 'info',
      title: 'A console for GraphQL is public',
      why: 'It lets anyone explore the schema and try queries with ease. What they reach is what the API allows.',
      fix: 'Serve the console in development only.',
    },
  },
  run({ found_files }) {
    return verdictOf(proven(found_files, PROOFS).map(({ outcome, place, seen }) => fail(outcome, place, seen)))
  },
})
