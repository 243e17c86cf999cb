import { FAVICONS } from '../../data/favicons.ts'
import { TECHNOLOGY_BY_KEY } from '../../data/software/index.ts'
import { defineDerivation } from '../source.ts'
import { implied, sighting } from './sighting.ts'

/** What the site's icon tells: software whose icon it is, where nobody has replaced it. */
export default defineDerivation({
  name: 'favicon_software',
  needs: ['favicon'],
  derive({ favicon: { hash, exchange } }) {
    const technology = TECHNOLOGY_BY_KEY.get(FAVICONS.get(hash) ?? '')
    if (!technology) return []
    const found = [sighting(technology, { signal: 'icon', url: exchange.request.url, seen: `icon ${hash}` })]
    return [...found, ...implied(found)]
  },
})
