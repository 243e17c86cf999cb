import { createHash } from 'node:crypto'
import { type HtmlScript, isHtml, parseHtml } from '../derive/html.ts'
import { NetError } from '../net/errors.ts'
import type { Net } from '../net/net.ts'
import { goodPage, type Probed, type ProbeOptions, probe } from './probe.ts'

const MOST_SCRIPTS = 200 // listed
const MOST_FETCHED = 15 // own files read at each look, as in a quick scan

export interface ScriptEntry {
  /** The file's address without its query, or `inline` and a digest. */
  source: string
  /** SHA-256 of what the file holds, for those of the website's own host; else the page's `integrity`, or null. */
  digest: string | null
}

export interface ScriptsReading {
  url: string
  scripts: ScriptEntry[]
}

/** Which scripts the start page runs: every file by its address, what is in the site's own ones, and every inline script. */
export function probeScripts(options: ProbeOptions): Promise<Probed<ScriptsReading>> {
  return probe(options, async (net, target) => {
    const { last } = await goodPage(net, target)
    const { headers, body } = last.response
    const url = last.request.url
    const found = isHtml({ headers, body }) ? parseHtml(body, url).scripts.filter(runs).slice(0, MOST_SCRIPTS) : []
    const fetched = new Set(
      found.flatMap((one) => (one.url && net.isOwn(one.url) ? [one.url] : [])).slice(0, MOST_FETCHED),
    )
    const entries = new Map<string, ScriptEntry>()
    for (const script of found) {
      const entry = script.url === null ? inline(script) : await file(net, script, fetched.has(script.url))
      entries.set(entry.source, entry)
    }
    const scripts = [...entries.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
    return { url, scripts }
  })
}

/** Data blocks such as JSON-LD are no scripts (HTML section 4.12.1: only these types run). */
function runs({ type, src, url, inline }: HtmlScript): boolean {
  if (src !== null && url === null) return false
  if (src === null && inline.trim() === '') return false
  return (
    type === null ||
    type === '' ||
    type === 'module' ||
    type === 'text/javascript' ||
    /\/(x-)?(java|ecma)script$/.test(type)
  )
}

async function file(net: Net, { url, integrity }: HtmlScript, read: boolean): Promise<ScriptEntry> {
  const { origin, pathname } = new URL(url!)
  const source = origin === 'null' ? 'data' : origin + pathname
  return { source, digest: read ? await digestOf(net, url!) : integrity }
}

/** Null where the file gives no answer just now: that is no change of it. */
async function digestOf(net: Net, url: string): Promise<string | null> {
  try {
    const { response } = await net.request(url)
    return response.status === 200 && !response.truncated ? sha256(response.body) : null
  } catch (error) {
    if (error instanceof NetError && !error.isOurs) return null
    throw error
  }
}

/** Numbers and long tokens change from answer to answer (nonces, time stamps, session ids): they are left out of the digest. */
function inline({ inline: code }: HtmlScript): ScriptEntry {
  const digest = sha256(code.replace(/[\w+/=-]{16,}|\d+/g, (token) => (/\d/.test(token) ? '0' : token)))
  return { source: `inline ${digest.slice(0, 16)}`, digest }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
