/** A store at a cloud provider, and an address that names it. */
export interface StorageReference {
  provider: string
  /** Of the bucket, the account or the database. */
  name: string
  url: string
  /** What a signed address allows beyond reading: `write`, `delete`, `list`; empty where it is not signed. */
  grants: readonly string[]
}

const NAME = '([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])'
const S3_HOST = 's3(?:[.-](?:dualstack[.-])?[a-z]{2}(?:-[a-z]+)+-\\d)?\\.amazonaws\\.com(?:\\.cn)?'

/** By the providers' own documentation of their addresses. The first group that matched is the name. */
const STORES: readonly (readonly [provider: string, pattern: RegExp])[] = [
  ['Amazon S3', new RegExp(`^${NAME}\\.${S3_HOST}(?=[/?#]|$)|^${S3_HOST}/${NAME}(?=[/?#]|$)`, 'i')],
  [
    'Google Cloud Storage',
    new RegExp(`^${NAME}\\.storage\\.googleapis\\.com(?=[/?#]|$)|^storage\\.googleapis\\.com/${NAME}/`, 'i'),
  ],
  [
    'Azure Blob Storage',
    /^([a-z0-9]{3,24})\.blob\.core\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)(?=[/?#]|$)/i,
  ],
  [
    'Firebase Realtime Database',
    /^([a-z0-9-]{4,63})\.(?:firebaseio\.com|[a-z]+-[a-z]+\d\.firebasedatabase\.app)(?=[/?#]|$)/i,
  ],
  ['Firebase Storage', /^firebasestorage\.googleapis\.com\/v0\/b\/([a-z0-9._-]{4,80})(?=[/?#]|$)/i],
  ['DigitalOcean Spaces', /^([a-z0-9-]{3,63})\.[a-z]{3}\d\.(?:cdn\.)?digitaloceanspaces\.com(?=[/?#]|$)/i],
  ['Cloudflare R2', /^(pub-[0-9a-f]{32})\.r2\.dev(?=[/?#]|$)/i],
  ['Backblaze B2', /^f\d{3}\.backblazeb2\.com\/file\/([a-z0-9-]{6,63})(?=[/?#]|$)/i],
  ['Alibaba OSS', /^([a-z0-9-]{3,63})\.oss-[a-z]{2}-[a-z0-9-]{3,30}\.aliyuncs\.com(?=[/?#]|$)/i],
]
const ADDRESS =
  /https?:(?:\\?\/){2}((?:[a-z0-9.-]{1,200})(?:amazonaws\.com|googleapis\.com|core\.windows\.net|core\.usgovcloudapi\.net|core\.chinacloudapi\.cn|firebaseio\.com|firebasedatabase\.app|digitaloceanspaces\.com|\br2\.dev|backblazeb2\.com|aliyuncs\.com)(?:\.cn)?(?![a-z0-9-]|\.[a-z0-9])(?:[/?#\\][^\s"'`<>(){}]{0,1500})?)/gi
const CLOUD =
  /amazonaws\.com|storage\.googleapis\.com|core\.(?:windows\.net|usgovcloudapi|chinacloudapi)|firebaseio\.com|firebasedatabase\.app|digitaloceanspaces\.com|r2\.dev|backblazeb2\.com|aliyuncs\.com/i
const MOST = 50

/** The stores that a text names, each once; a signed address that allows more than reading comes before others of its store. */
export function cloudStorage(text: string): StorageReference[] {
  if (!CLOUD.test(text)) return []
  const found = new Map<string, StorageReference>()
  for (const [, raw] of text.matchAll(ADDRESS)) {
    const address = raw!.replaceAll('\\/', '/').replaceAll('&amp;', '&')
    for (const [provider, pattern] of STORES) {
      const match = pattern.exec(address)
      const name = match
        ?.slice(1)
        .find((group) => group !== undefined)
        ?.toLowerCase()
      if (name === undefined) continue
      const key = `${provider} ${name}`
      const grants = grantsOf(address)
      if (!found.has(key) ? found.size < MOST : grants.length > 0 && found.get(key)!.grants.length === 0)
        found.set(key, { provider, name, url: `https://${address}`, grants })
      break
    }
  }
  return [...found.values()]
}

const LETTERS: Readonly<Record<string, string>> = { w: 'write', c: 'write', a: 'write', d: 'delete', l: 'list' }

/** What the letters of an Azure signature's `sp` allow, where it is signed at all. Those of other providers are for one request. */
function grantsOf(address: string): string[] {
  const query = URL.parse(`https://${address}`)?.searchParams
  if (!query?.get('sig') || !query.get('sv')) return []
  const letters = [...(query.get('sp') ?? '')]
  return [...new Set(letters.map((letter) => LETTERS[letter]).filter((grant) => grant !== undefined))]
}
