import type { GraphqlEvidence } from '../evidence.ts'
import { defineGatherer } from '../source.ts'
import { attempt } from './attempt.ts'

/** Where most applications keep theirs. */
const PATHS = ['/graphql', '/api/graphql', '/graphql/v1', '/query']
/** The names of the root types only: enough to tell, and nothing that costs the server. */
const QUERY = '{__schema{queryType{name}mutationType{name}}}'
const MAX_BODY = 16 * 1024 // bytes

/** The usual GraphQL endpoints, asked by GET who they are: nothing is changed by that. */
export default defineGatherer({
  name: 'graphql',
  needs: ['page'],
  scans: ['full', 'active'],
  async gather(net, { page }): Promise<GraphqlEvidence> {
    const probes = await Promise.all(
      PATHS.map((path) =>
        attempt(
          net.request(`${page.origin}${path}?query=${encodeURIComponent(QUERY)}`, {
            headers: [['Accept', 'application/graphql-response+json, application/json']],
            maxBody: MAX_BODY,
          }),
        ),
      ),
    )
    return { probes: probes.filter((probe) => probe !== null) }
  },
})
