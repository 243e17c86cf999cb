/** JSON text that PostgreSQL's jsonb takes: it cannot hold U+0000 or half a surrogate pair, and websites do send both. */
export function jsonb(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? one.replaceAll('\0', '\uFFFD').toWellFormed() : one,
  )
}
