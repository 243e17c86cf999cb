import { listValues } from './list-values.ts'

export type FrameOptions = 'absent' | 'deny' | 'sameorigin' | 'ignored'

/** X-Frame-Options as browsers obey it (HTML section 7.5.3); what they do not know, `ALLOW-FROM` included, is ignored. */
export function frameOptions(fields: readonly string[]): FrameOptions {
  if (fields.length === 0) return 'absent'
  const values = new Set(listValues(fields).map((value) => value.toLowerCase()))
  // Contradictions that include a known value deny all framing.
  if (values.size > 1) return ['deny', 'allowall', 'sameorigin'].some((known) => values.has(known)) ? 'deny' : 'ignored'
  if (values.has('deny')) return 'deny'
  return values.has('sameorigin') ? 'sameorigin' : 'ignored'
}
