/** Protocol versions after SSL 2.0, as evidence names them. */
export type Version = 'SSLv3' | 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'

/** Oldest first. */
export const VERSIONS: readonly Version[] = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']

export const CODES: Record<Version, number> = {
  SSLv3: 0x0300,
  TLSv1: 0x0301,
  'TLSv1.1': 0x0302,
  'TLSv1.2': 0x0303,
  'TLSv1.3': 0x0304,
}

export function versionOf(code: number): Version | null {
  return VERSIONS.find((version) => CODES[version] === code) ?? null
}
