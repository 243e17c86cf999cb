/** Of the API's public examples: website, scan, vulnerability. A test key finds them under these very ids. */
export const SAMPLE_IDS = ['ws_1234567890', 'scan_xyz123', 'vuln_abc123'] as const

/** Ids are unique over all organisations, so each stores its own: the example's and the tail of the organisation's. */
export function storedId(organizationId: string, id: string): string {
  return `${id}${tailOf(organizationId)}`
}

function tailOf(organizationId: string): string {
  return organizationId.slice('org_'.length)
}

/** Input of a test key with the examples' ids replaced by those that are stored. */
export function asStored<T>(organizationId: string, value: T): T {
  if (typeof value === 'string')
    return (SAMPLE_IDS.some((id) => id === value) ? storedId(organizationId, value) : value) as T
  if (Array.isArray(value)) return value.map((one) => asStored(organizationId, one)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asStored(organizationId, one)])) as T
}

/** An answer to a test key with the stored ids replaced by the examples'. */
export function asShown(organizationId: string, text: string): string {
  const tail = tailOf(organizationId)
  return SAMPLE_IDS.reduce((shown, id) => shown.replaceAll(`${id}${tail}`, id), text)
}
