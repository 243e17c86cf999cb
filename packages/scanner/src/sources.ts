// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.
import deriveCsp from './derive/csp.ts'
import deriveHsts from './derive/hsts.ts'
import deriveHtml from './derive/html.ts'
import deriveServers from './derive/servers.ts'
import type { Source } from './source.ts'

export const sources: readonly Source[] = [deriveCsp, deriveHsts, deriveHtml, deriveServers]
