import type { TlsCoverage } from '../tls-summary.ts'

/** The server's TLS in a line; the whole list is in the JSON. */
export function tlsLine({ grade, because, versions, post_quantum }: TlsCoverage): string {
  const names = versions.map(
    ({ version, suites }) => `${versionName(version)} (${suites.length === 1 ? '1 suite' : `${suites.length} suites`})`,
  )
  const exchange = post_quantum ? `post-quantum key exchange ${post_quantum}` : 'no post-quantum key exchange'
  const why = because.length > 0 ? ` (${because.slice(0, 3).join('; ')})` : ''
  return `TLS: SSL Labs style grade ${grade ?? '–'}${why}; ${names.join(', ')}; ${exchange}`
}

/** `TLSv1` as people write it: TLS 1.0. */
export function versionName(version: string): string {
  const [, family, number] = /^(SSL|TLS)v(.+)$/.exec(version) ?? []
  return family && number ? `${family} ${number.includes('.') ? number : `${number}.0`}` : version
}
