import { defaultUrl } from './config.ts'

export interface Welcome {
  host: string
  port: number
  publicUrl: string
  /** Only at the first start: it is shown this once. */
  newKey: string | null
}

/** What a person reads when LastHash is ready: where it is, how to get in, what to try first. */
export function welcome({ host, port, publicUrl, newKey }: Welcome): string {
  const address = defaultUrl(host, port)
  const key = newKey ?? '$LASTHASH_API_KEY'
  const lines = [`LastHash is ready: ${address}${publicUrl === address ? '' : ` (${publicUrl})`}`]
  if (newKey) lines.push(`API key, shown this once: ${newKey}`)
  lines.push(
    'Start a scan:',
    `  curl -X POST ${address}/v1/scans -H 'Content-Type: application/json' -H "Authorization: Bearer ${key}" -d '{"url": "https://example.com"}'`,
    `Docs and playground: ${address}/docs`,
  )
  return lines.join('\n')
}
