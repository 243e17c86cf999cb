import { getDomainWithoutSuffix } from 'tldts'
import { IMITATED_NAMES, KNOWN_SERVICES } from '../../data/known-hosts.ts'
import { siteOf } from './site.ts'

/** The well-known name that a host imitates by letters that look alike, or by one letter more, less or other; or null. */
export function imitatedBy(host: string): string | null {
  if (KNOWN_SERVICES.has(siteOf(host))) return null
  const name = getDomainWithoutSuffix(host)
  if (name === null || IMITATED_NAMES.includes(name)) return null
  const flat = flattened(name)
  return IMITATED_NAMES.find((known) => flat === flattened(known) || isOneEditAway(name, known)) ?? null
}

/** Letters that are hard to tell apart become one; hyphens vanish. */
function flattened(name: string): string {
  return name
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[il1|]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replaceAll('-', '')
}

function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [a, b] = [one.slice(start), other.slice(start)]
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}
