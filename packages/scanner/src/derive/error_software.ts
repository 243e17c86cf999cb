import { TECHNOLOGIES } from '../../data/software/index.ts'
import type { Exchange } from '../net/exchange.ts'
import { defineDerivation } from '../source.ts'
import { fromHeaders } from './page_software.ts'
import { implied, type Sighting, sighting, versionOf } from './sighting.ts'

const WITH_HTML = TECHNOLOGIES.filter(({ html }) => html !== undefined)
const MAX_BODY = 50_000 // characters; error pages are short

/** What the site's error page tells: servers sign theirs with name and version even where a proxy hides their field. */
export function errorSoftware({ request, response }: Exchange): Sighting[] {
  const { url } = request
  const found = fromHeaders({ url, headers: response.headers })
  const text = response.body.slice(0, MAX_BODY)
  for (const technology of WITH_HTML) {
    for (const pattern of technology.html!) {
      const match = pattern.exec(text)
      if (match) found.push(sighting(technology, { signal: 'html', url, seen: match[0], version: versionOf(match) }))
    }
  }
  return [...found, ...implied(found)]
}

export default defineDerivation({
  name: 'error_software',
  needs: ['not_found'],
  derive: ({ not_found }) => errorSoftware(not_found),
})
