import { getDomain } from 'tldts'

/** Whether two hosts have one owner as far as the Public Suffix List tells: equal, or under one registrable domain. */
export function sameSite(one: string, other: string): boolean {
  if (one === other) return true
  const domain = getDomain(one, { allowPrivateDomains: true })
  return domain !== null && domain === getDomain(other, { allowPrivateDomains: true })
}

/** Whether the address is fetched over HTTP or HTTPS from a host of another owner than `page`'s. */
export function isForeign(url: string | null, page: string): boolean {
  const target = url === null ? null : URL.parse(url)
  if (!target || !/^https?:$/.test(target.protocol)) return false
  return !sameSite(target.hostname, new URL(page).hostname)
}

/** The registrable domain of a host, or the host itself where it has none. */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: false }) ?? host
}
