/** Bytes of an event's data, so that the whole body stays under the promised 20 kB. */
const MAX_DATA = 19_000

/** Ever tighter limits, tried until the payload fits: characters of a string, entries of a list. */
const SQUEEZES = [
  { text: 2_000, list: 50 },
  { text: 500, list: 10 },
  { text: 200, list: 3 },
  { text: 80, list: 1 },
]

/**
 * The payload, with long texts and lists cut only as far as needed to stay under 19 kB. Whoever wants all of it asks the
 * API for the object.
 */
export function fitPayload(data: Record<string, unknown>): Record<string, unknown> {
  let fitted: unknown = withoutNul(data)
  for (const squeeze of SQUEEZES) {
    if (Buffer.byteLength(JSON.stringify(fitted)) <= MAX_DATA) break
    fitted = cut(fitted, squeeze)
  }
  return fitted as Record<string, unknown>
}

function cut(value: unknown, limit: { text: number; list: number }): unknown {
  if (typeof value === 'string') {
    return value.length <= limit.text ? value : `${value.slice(0, limit.text).replace(/[\uD800-\uDBFF]$/, '')}…`
  }
  if (Array.isArray(value)) return value.slice(0, limit.list).map((one) => cut(one, limit))
  return mapValues(value, (one) => cut(one, limit))
}

/** jsonb cannot hold U+0000 or half a surrogate pair, and websites do send both. */
function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').toWellFormed()
  if (Array.isArray(value)) return value.map(withoutNul)
  return mapValues(value, withoutNul)
}

function mapValues(value: unknown, change: (one: unknown) => unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]))
}
