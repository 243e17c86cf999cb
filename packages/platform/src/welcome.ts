import { defaultUrl } from './config.ts'

export interface Welcome {
  host: string
  port: number
  publicUrl: string
  /** Only at the first start: it is shown this once. */
  newKey: string | null
  /** As long as nobody has an account: by it whoever started LastHash makes the first. */
  setupToken: string | null
}

/** What a person reads when LastHash is ready: where it is, how to get in, what to try first. */
export function welcome({ host, port, publicUrl, newKey, setupToken }: Welcome): string {
  const address = defaultUrl(host, port)
  const key = newKey ?? '$LASTHASH_API_KEY'
  const lines = [`LastHash is ready: ${address}${publicUrl === address ? '' : ` (${publicUrl})`}`]
  if (newKey) lines.push(`API key, shown this once: ${newKey}`)
  if (setupToken) lines.push(`Your own account, to log in with: ${publicUrl}/setup?token=${setupToken}`)
  lines.push(
    'Start a scan:',
    `  curl -X POST ${address}/v1/scans -H 'Content-Type: application/json' -H "Authorization: Bearer ${key}" -d '{"url": "https://example.com"}'`,
    `Docs: ${address}/docs/start, with a playground at ${address}/docs`,
  )
  return lines.join('\n')
}
