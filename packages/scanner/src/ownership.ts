import { getDomain, getPublicSuffix } from 'tldts'
import { isHtml, parseHtml } from './derive/html.ts'
import { NetError } from './net/errors.ts'
import type { Net } from './net/net.ts'
import { openNet } from './net/open.ts'
import { parseTarget } from './net/target.ts'

export const OWNERSHIP_METHODS = ['dns', 'file', 'meta'] as const
export type OwnershipMethod = (typeof OWNERSHIP_METHODS)[number]

/** What to publish, and where, to show that a website is one's own. */
export interface OwnershipRecord {
  method: OwnershipMethod
  /** The name of the TXT record, the address of the file, or the address of the page. */
  place: string
  /** The record's text, the file's content, or the element to put into the page's head. */
  content: string
}

export interface OwnershipOptions {
  url: string
  token: string
  /** Which ways to look for; default all. */
  methods?: readonly OwnershipMethod[]
  allowPrivate?: boolean
  dnsServers?: readonly string[]
  signal?: AbortSignal
}

export interface OwnershipProof {
  /** The way in which it was shown, or null. */
  method: OwnershipMethod | null
  /** For each way that was looked at, what was found there, in a sentence. */
  found: { method: OwnershipMethod; detail: string }[]
}

const NAME = 'lasthash-verification'
const FILE = `/.well-known/${NAME}.txt`
const LABEL = '_lasthash'
const TIME_LIMIT = 10_000 // milliseconds for all of it: somebody waits for the answer
const MAX_FILE = 4_096 // bytes

/** What shows ownership of the website in this way. */
export function ownershipRecord(url: string, token: string, method: OwnershipMethod): OwnershipRecord {
  const { origin, hostname } = new URL(url)
  switch (method) {
    case 'dns':
      return { method, place: `${LABEL}.${hostname}`, content: `${NAME}=${token}` }
    case 'file':
      return { method, place: origin + FILE, content: `${NAME}=${token}` }
    case 'meta':
      return { method, place: `${origin}/`, content: `<meta name="${NAME}" content="${token}">` }
  }
}

/**
 * Looks whether the website publishes the token, by a few polite requests to checked addresses. Never throws for what the
 * target does; throws `TargetError` for a URL that may not be reached.
 */
export async function proveOwnership(options: OwnershipOptions): Promise<OwnershipProof> {
  const { url, token, methods = OWNERSHIP_METHODS, allowPrivate = false, dnsServers } = options
  const target = parseTarget(url, { allowPrivate })
  const limit = AbortSignal.timeout(TIME_LIMIT)
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit
  const budget = { requests: 20, handshakes: 10, dns_queries: 20 }
  const net = openNet({ target, scanId: 'verification', budget, allowPrivate, dnsServers, signal })
  const found: OwnershipProof['found'] = []
  try {
    for (const method of methods) {
      const record = ownershipRecord(target.origin, token, method)
      const fault = await LOOKS[method](net, record, token).catch(reason)
      found.push({ method, detail: fault ?? `The token is at ${record.place}.` })
      if (fault === null) return { method, found }
    }
    return { method: null, found }
  } finally {
    net.close()
  }
}

/** Whether `child` is a name below `parent`, and `parent` is somebody's own: nobody owns `co.uk` or `github.io`. */
export function coversSubdomain(parent: string, child: string): boolean {
  if (!child.endsWith(`.${parent}`)) return false
  return (
    getDomain(parent, { allowPrivateDomains: true }) !== null &&
    getPublicSuffix(parent, { allowPrivateDomains: true }) !== parent
  )
}

/** Each gives null when the token is there, else what was found instead. */
const LOOKS: Record<OwnershipMethod, (net: Net, record: OwnershipRecord, token: string) => Promise<string | null>> = {
  async dns(net, { place, content }) {
    const { status, records, error } = await net.dns.txt(place)
    if (records.some((text) => text.trim() === content)) return null
    if (status === 'failed') return `DNS gave no answer for ${place} (${error ?? 'unknown error'}).`
    return records.length === 0
      ? `There is no TXT record at ${place}. It can take a while until a new one is seen.`
      : `The TXT record at ${place} does not hold this token.`
  },
  async file(net, { place, content }) {
    const answer = await lastAnswer(net, place)
    if (answer.status !== 200) return `${place} answered with status ${answer.status}.`
    return answer.body.trim() === content ? null : `${place} does not hold this token, and nothing else.`
  },
  async meta(net, { place }, token) {
    const { status, headers, body, url } = await lastAnswer(net, place)
    if (status !== 200) return `${place} answered with status ${status}.`
    if (!isHtml({ headers, body })) return `${place} is no HTML page.`
    // Visitors of some sites can write into the body, so only the head counts.
    const head = parseHtml(body.slice(0, bodyStart(body)), url)
    const tags = head.metas.filter(({ name }) => name?.toLowerCase() === NAME)
    if (tags.some(({ content }) => content === token)) return null
    return tags.length === 0
      ? `There is no meta element “${NAME}” in the head of ${place}.`
      : `The meta element “${NAME}” of ${place} does not hold this token.`
  },
}

async function lastAnswer(net: Net, place: string) {
  const { exchanges, end, next, error } = await net.navigate(place, place.endsWith('.txt') ? { maxBody: MAX_FILE } : {})
  const last = exchanges.at(-1)
  if (end === 'left_scope') throw new NetError('bad_url', `${place} leads away from the website, to ${next}.`)
  if (end !== 'answered' || !last) throw new NetError('closed', `${place} gave no answer: ${error ?? end}.`)
  return { ...last.response, url: last.request.url }
}

function bodyStart(html: string): number {
  const start = /<body[\s>]|<\/head>/i.exec(html)?.index
  return start ?? html.length
}

function reason(error: unknown): string {
  if (error instanceof NetError) return error.message
  throw error
}
