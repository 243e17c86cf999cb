import { getDomain } from 'tldts'

const MOST = 16

/** Archives and dumps that an administrator would name after the site: `www.shop.example.com` gives `/shop.zip`, `/example.com.sql` and more. */
export function siteArchives(hostname: string): string[] {
  if (/^[\d.]+$|:/.test(hostname) || !hostname.includes('.')) return []
  const bare = hostname.replace(/^www\./, '')
  const domain = getDomain(bare) ?? bare
  const names = new Set([hostname, bare, domain, domain.split('.')[0]!, bare.split('.')[0]!])
  const paths = ['zip', 'tar.gz', 'sql', 'sql.gz'].flatMap((ending) => [...names].map((name) => `/${name}.${ending}`))
  return paths.slice(0, MOST)
}
