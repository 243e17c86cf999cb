import type { CmsEvidence } from '../evidence.ts'
import { type Exchange, headerValue } from '../net/exchange.ts'

const MOST = 20 // names that are told

/** Places where a WordPress tells the names of its users, and the names. */
export function usersShown({ probes }: CmsEvidence): { exchange: Exchange; names: string[] }[] {
  return probes.flatMap(({ cms, kind, path, exchange }) => {
    if (cms !== 'wordpress' || kind !== 'users') return []
    const names = [...new Set(namesIn(path, exchange))].slice(0, MOST)
    return names.length > 0 ? [{ exchange, names }] : []
  })
}

function namesIn(path: string, { response }: Exchange): string[] {
  const { status, body, headers } = response
  if (path.startsWith('?author=')) {
    // With readable addresses it leads to the author's archive, else it is that archive.
    const to = /\/author\/([\w.%@-]{1,80})\/?(?:[?#]|$)/.exec(headerValue(headers, 'location') ?? '')?.[1]
    if (status >= 300 && status < 400) return to ? [to] : []
    const shown =
      status === 200 ? /<body[^>]{1,500}\bauthor-([a-z][\w-]{0,79})\b[^>]{0,200}\bauthor-\d/.exec(body)?.[1] : undefined
    return shown ? [shown] : []
  }
  if (status !== 200) return []
  if (path.endsWith('.xml'))
    return [...body.matchAll(/<loc>[^<]{1,500}\/author\/([\w.%@-]{1,80})\/?<\/loc>/g)].map(([, name]) => name!)
  return slugs(body)
}

/** https://developer.wordpress.org/rest-api/reference/users/ */
function slugs(body: string): string[] {
  try {
    const users = JSON.parse(body) as unknown
    if (!Array.isArray(users)) return []
    return users.flatMap((user: unknown) => {
      const { slug, id } = (user ?? {}) as { slug?: unknown; id?: unknown }
      return typeof slug === 'string' && typeof id === 'number' ? [slug.slice(0, 80)] : []
    })
  } catch {
    return []
  }
}
