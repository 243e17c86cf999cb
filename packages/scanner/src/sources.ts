// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.
import deriveHsts from './derive/hsts.ts'
import type { Source } from './source.ts'

export const sources: readonly Source[] = [deriveHsts]
