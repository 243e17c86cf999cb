import type { Html } from './html.ts'
import { listValues } from './list-values.ts'

/** The policies, from the least that is told to the most (Referrer Policy section 3). */
export const POLICIES = [
  'no-referrer',
  'same-origin',
  'strict-origin',
  'origin',
  'strict-origin-when-cross-origin',
  'origin-when-cross-origin',
  'no-referrer-when-downgrade',
  'unsafe-url',
] as const
export type ReferrerPolicy = (typeof POLICIES)[number]

/** Old names that a `<meta>` may still use (HTML section 4.2.5.1, "referrer"). */
const LEGACY: Record<string, ReferrerPolicy> = {
  never: 'no-referrer',
  default: 'strict-origin-when-cross-origin',
  always: 'unsafe-url',
  'origin-when-crossorigin': 'origin-when-cross-origin',
}

/** The last known policy of the fields counts, so that new names can stand after old ones; null when none is known. */
export function headerReferrerPolicy(fields: readonly string[]): ReferrerPolicy | null {
  return (
    listValues(fields)
      .map(known)
      .findLast((policy) => policy !== null) ?? null
  )
}

/** What `<meta name="referrer">` sets, the last that is known; null when there is none. */
export function metaReferrerPolicy(html: Pick<Html, 'metas'>): ReferrerPolicy | null {
  const values = html.metas.flatMap(({ name, content }) =>
    name?.toLowerCase() === 'referrer' && content ? [content.trim().toLowerCase()] : [],
  )
  return values.map((value) => LEGACY[value] ?? known(value)).findLast((policy) => policy !== null) ?? null
}

function known(value: string): ReferrerPolicy | null {
  return POLICIES.find((policy) => policy === value.toLowerCase()) ?? null
}
