// `npm run openapi` writes docs/openapi.json, which the tests hold to the routes. A change that would break somebody's client
// is refused, unless `--breaking` says that it is meant; then the changelog says so too.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { openApi } from '../src/http/openapi.ts'
import { routes } from '../src/resources/index.ts'
import { breaks, type Description } from './openapi-breaks.ts'

export const GOLDEN = join(import.meta.dirname, '../../../docs/openapi.json')
const SERVER = 'http://127.0.0.1:8080'

/** The description as the routes make it now. */
export function present(): Description {
  return openApi(routes, SERVER, manifest.version) as unknown as Description
}

/** What is on record: in the repository, as of the last commit that changed it. */
export function recorded(): Description {
  return JSON.parse(readFileSync(GOLDEN, 'utf8'))
}

if (import.meta.main) {
  const found = breaks(recorded(), present())
  if (found.length > 0 && !process.argv.includes('--breaking')) {
    process.stderr.write(`This would break clients:\n${found.map((one) => `- ${one}\n`).join('')}`)
    process.exitCode = 1
  } else writeFileSync(GOLDEN, `${JSON.stringify(present(), null, 2)}\n`)
}
