import { defineCheck, type Fail, fail, verdictOf } from '../../check.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'exposure/graphql-introspection',
  question: 'Does the GraphQL endpoint keep its schema to itself?',
  needs: ['graphql'],
  type: 'exposure',
  cwe: 200,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [150],
  references: [
    'https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html',
    'https://spec.graphql.org/October2021/#sec-Introspection',
  ],
  distinct: ['path'],
  outcomes: {
    schema: {
      severity: 'low',
      cvss: vectors.details,
      title: 'A GraphQL endpoint tells its schema to anyone',
      why: 'Introspection lists every type, field and mutation, also those that no page uses. Where the interface is public that is meant; elsewhere it is a map for attackers.',
      fix: 'Switch introspection off in production, and check permissions in every resolver.',
    },
    seen: {
      severity: 'info',
      type: 'information',
      title: 'There is a GraphQL endpoint',
      why: 'It answered as such, and refused introspection.',
      fix: 'Limit the depth and the cost of queries, and check permissions in every resolver.',
    },
  },
  run({ graphql }) {
    return verdictOf(
      graphql.probes.flatMap((exchange): Fail<'schema' | 'seen'>[] => {
        const answer = parsed(exchange.response.body)
        if (typeof answer?.data?.__schema?.queryType?.name === 'string')
          return [fail('schema', exchange, exchange.response.body.slice(0, 200))]
        const refuses = answer?.errors?.some(({ message }) =>
          /introspection|must provide (?:a )?query|GraphQL/i.test(message ?? ''),
        )
        return refuses ? [fail('seen', exchange, exchange.response.body.slice(0, 200))] : []
      }),
    )
  },
})

interface Answer {
  data?: { __schema?: { queryType?: { name?: unknown } } }
  errors?: { message?: string }[]
}

function parsed(body: string): Answer | null {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null) return null
    const { data, errors } = value as Answer
    return { ...(data ? { data } : {}), ...(Array.isArray(errors) ? { errors } : {}) }
  } catch {
    return null
  }
}
