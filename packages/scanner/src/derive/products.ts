/** One product of a Server or User-Agent value (RFC 9110 section 10.1.5). */
export interface Product {
  name: string
  version: string | null
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** The products of a value such as `Apache/2.4.58 (Debian) PHP/8.2`, comments left out. Pieces off the grammar are passed over. */
export function parseProducts(value: string): Product[] {
  return withoutComments(value)
    .split(/[\t ,]+/)
    .flatMap((piece) => {
      const [name = '', version, ...rest] = piece.split('/')
      if (!TOKEN.test(name) || rest.length > 0) return []
      return [{ name, version: version !== undefined && TOKEN.test(version) ? version : null }]
    })
}

/** Comments nest (RFC 9110 section 5.6.5). */
function withoutComments(value: string): string {
  let depth = 0
  let kept = ''
  for (const character of value) {
    if (character === '(') depth++
    else if (character === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += character
  }
  return kept
}

/** Whether a version tells a release: digits with a dot, as in `2.4.58`, `8.5`, `1.1.1k`. */
export function isRelease(version: string | null): boolean {
  return version !== null && /^v?\d+\.\d/i.test(version)
}
