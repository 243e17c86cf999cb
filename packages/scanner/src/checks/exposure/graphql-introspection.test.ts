import { testCheck } from '../../../test/check-table.ts'
import { exchange } from '../../../test/evidence.ts'
import check from './graphql-introspection.ts'

const answers = (...bodies: string[]) => ({
  graphql: {
    probes: bodies.map((body) =>
      exchange({ url: 'https://site.test/graphql?query=x', headers: { 'Content-Type': 'application/json' }, body }),
    ),
  },
})

testCheck(check, {
  fires: [
    {
      name: 'the schema',
      evidence: answers('{"data":{"__schema":{"queryType":{"name":"Query"},"mutationType":{"name":"Mutation"}}}}'),
      outcome: 'schema',
    },
    {
      name: 'refused',
      evidence: answers('{"errors":[{"message":"GraphQL introspection is not allowed by Apollo Server"}]}'),
      outcome: 'seen',
    },
  ],
  silent: [
    {
      name: 'an application that answers everything',
      evidence: answers('<!doctype html><div id=root></div>'),
      verdict: 'pass',
    },
    { name: 'another API', evidence: answers('{"data":[],"errors":[{"message":"not found"}]}'), verdict: 'pass' },
    { name: 'nothing', evidence: answers(), verdict: 'pass' },
    { name: 'odd JSON', evidence: answers('null', '[]', '{"data":null,"errors":"x"}'), verdict: 'pass' },
  ],
})
