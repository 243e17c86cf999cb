import type { VulnerabilityObject } from './document.ts'

export interface FindingTexts {
  why: string
  /** The raw value that was judged, as the target sent it; null where the fault is an absence. */
  seen: string | null
  fix: string
  settings: { server: string; setting: string }[]
}

const SEEN = ' Seen: '
const SETTING = /^(nginx|Apache|IIS|Caddy|Cloudflare|WordPress|Express|PHP|Django|Rails|BIND): /

/** A finding's description and remediation in their parts, so that each can be shown in its own way. */
export function textsOf({ description, remediation, proof }: VulnerabilityObject): FindingTexts {
  const at = proof.observed === null ? -1 : description.indexOf(SEEN)
  const [fix = '', ...lines] = remediation.split('\n')
  const texts: FindingTexts = {
    why: at < 0 ? description : description.slice(0, at),
    seen: at < 0 ? null : proof.observed,
    fix,
    settings: [],
  }
  for (const line of lines) {
    const server = SETTING.exec(line)?.[1]
    const last = texts.settings.at(-1)
    if (server) texts.settings.push({ server, setting: line.slice(server.length + 2) })
    else if (last) last.setting += `\n${line}`
    else texts.fix += `\n${line}`
  }
  return texts
}
