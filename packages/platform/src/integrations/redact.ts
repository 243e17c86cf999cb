const LEFT_OUT = '[left out]'

/**
 * A text, or JSON as text, without the secrets in it, wherever they stand: whole, and of addresses also the path and query
 * alone, as an error message may name them.
 */
export function redacted(text: string, secrets: readonly string[]): string {
  const words = secrets.flatMap((secret) => {
    const url = /^https?:/i.test(secret) ? URL.parse(secret) : null
    return url ? [secret, url.href, url.pathname.slice(1) + url.search] : [secret]
  })
  return words
    .filter((word) => word.length >= 6)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, word) => left.replaceAll(word, LEFT_OUT).replaceAll(JSON.stringify(word).slice(1, -1), LEFT_OUT),
      text,
    )
}
