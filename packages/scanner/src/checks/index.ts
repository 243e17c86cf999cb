// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.

import type { Check } from '../check.ts'
import checksTransportHsts from './transport/hsts.ts'

export const checks: readonly Check[] = [checksTransportHsts]
