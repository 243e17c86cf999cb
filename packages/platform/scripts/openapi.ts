// `npm run openapi` writes docs/openapi.json, which the tests hold to the routes. What would break a client of the last
// release, docs/openapi.released.json, is refused. `npm run openapi -- --release` makes the present state that release:
// refused where it breaks the one before, unless `--breaking` says that it is meant; then the changelog says so too.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { openApi } from '../src/http/openapi.ts'
import { routes } from '../src/resources/index.ts'
import { breaks, type Description } from './openapi-breaks.ts'

const DOCS = join(import.meta.dirname, '../../../docs')
const GOLDEN = join(DOCS, 'openapi.json')
const RELEASED = join(DOCS, 'openapi.released.json')
const SERVER = 'http://127.0.0.1:8080'
const TEXTS = ['description', 'summary', 'example', 'examples']

/** The description as the routes make it now. */
export function present(): Description {
  return openApi(routes, SERVER, manifest.version) as unknown as Description
}

/** What is on record: in the repository, as of the last commit that changed it. */
export function recorded(): Description {
  return JSON.parse(readFileSync(GOLDEN, 'utf8'))
}

/** What clients were promised last, without its texts. */
export function released(): Description {
  return JSON.parse(readFileSync(RELEASED, 'utf8'))
}

/** A description, or a part of one, without what only people read. Below `properties` keys are names of fields. */
export function withoutTexts(part: unknown, areNames = false): unknown {
  if (Array.isArray(part)) return part.map((one) => withoutTexts(one))
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key]) => areNames || !TEXTS.includes(key))
      .map(([key, value]) => [key, withoutTexts(value, !areNames && key === 'properties')]),
  )
}

if (import.meta.main) {
  const [release, breaking] = ['--release', '--breaking'].map((flag) => process.argv.includes(flag))
  const found = breaks(released(), present())
  if (found.length > 0 && !(release && breaking)) {
    const remedy = 'If that is meant, it is a new release: npm run openapi -- --release --breaking (CONTRIBUTING.md).'
    process.stderr.write(
      `This would break clients of the last release:\n${found.map((one) => `- ${one}\n`).join('')}${remedy}\n`,
    )
    process.exitCode = 1
  } else {
    writeFileSync(GOLDEN, `${JSON.stringify(present(), null, 2)}\n`)
    if (release) writeFileSync(RELEASED, `${JSON.stringify(withoutTexts(present()), null, 1)}\n`)
  }
}
