import { createHash } from 'node:crypto'
import { Unavailable } from '../evidence.ts'
import { isUnsafe } from '../gather/crawl/address.ts'
import type { Inventory, RanScript } from '../net/browser/inventory.ts'
import { headerValue } from '../net/exchange.ts'
import { SECURITY_HEADERS } from './headers.ts'
import { NoAnswer, type Probed, type ProbeOptions, probe } from './probe.ts'

/** A script of a payment page, under a name by which the next look knows it again. */
export interface PaymentScript {
  /** Of a file its address; of any other its kind and a digest. */
  source: string
  kind: RanScript['kind']
  /** Of the text, numbers and tokens of inline code left out: they are new in every answer. */
  sha256: string
  integrity: string | null
  /** Which script loaded it; null: the page itself. */
  loaded_by: string | null
  /** From another host than the page's. */
  third_party: boolean
  /** How code without an address begins, for people to know it by; empty for files. */
  excerpt: string
}

export interface PaymentPageReading {
  /** Where the page ended. */
  url: string
  /** Of the fields that protect visitors, by name in lower case; nonces are left out. */
  headers: Record<string, string>
  scripts: PaymentScript[]
  /** False when time or number cut it short. */
  complete: boolean
}

const BUDGET = { requests: 400, handshakes: 20, dns_queries: 200 }
const PAGE_LIMIT = 45_000 // milliseconds for the page with all that its tags load
const TIME_LIMIT = 75_000
const EXCERPT = 200 // characters
const LONGEST_HEADER = 8_192
const NONCE = /'nonce-[^']*'/g

/**
 * A payment page as a browser receives it: its security headers, and every script that the browser ran for it. Asks for
 * nothing that changes anything, and for no document of other hosts: what a payment provider shows in its own frame is the
 * provider's (applicability notes of PCI DSS 6.4.3 and 11.6.1).
 */
export async function probePaymentPage(options: ProbeOptions): Promise<Probed<PaymentPageReading>> {
  try {
    return await probe(
      options,
      async (net) => {
        const browser = await net.openBrowser({
          isSafe: (url) => sameAddress(url, options.url) || !isUnsafe(url),
          onScript: () => {},
        })
        try {
          const seen = await opened(browser.inventory(options.url, { timeLimit: PAGE_LIMIT }), options)
          if (seen.status >= 400 || seen.status === 0)
            throw new NoAnswer('status', `${options.url} answers a browser with status ${seen.status || 'none'}.`)
          return readingOf(seen)
        } finally {
          await browser.close()
        }
      },
      { budget: BUDGET, timeLimit: TIME_LIMIT },
    )
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return {
      answered: false,
      fault: 'us',
      code: 'browser',
      detail: `There is no browser to look with: ${error.message}.`,
    }
  }
}

/** Playwright tells what went wrong with the page in its first line. */
async function opened(looking: Promise<Inventory>, { url, signal }: ProbeOptions): Promise<Inventory> {
  try {
    return await looking
  } catch (error) {
    if (error instanceof Unavailable || signal?.aborted) throw error
    const [line = ''] = (error as Error).message.split('\n')
    throw new NoAnswer('closed', `${url} could not be opened in a browser: ${line.slice(0, 200)}.`)
  }
}

function sameAddress(one: string, other: string): boolean {
  return one.split('#')[0] === other.split('#')[0]
}

function readingOf({ url, headers, scripts, complete }: Inventory): PaymentPageReading {
  const found = SECURITY_HEADERS.flatMap((name) => {
    const value = headerValue(headers, name)
    return value === undefined ? [] : [[name, value.replace(NONCE, "'nonce-…'").slice(0, LONGEST_HEADER)] as const]
  })
  const host = new URL(url).host
  const named = new Map<string, PaymentScript>()
  for (const one of scripts) {
    const script = scriptOf(one, host)
    if (!named.has(script.source)) named.set(script.source, script)
  }
  const sorted = [...named.values()].sort((a, b) => (a.source < b.source ? -1 : 1))
  return { url, headers: Object.fromEntries(found), scripts: sorted, complete }
}

function scriptOf({ kind, url, text, integrity, loaded_by }: RanScript, host: string): PaymentScript {
  const base = { kind, integrity, loaded_by: loaded_by && steady(loaded_by) }
  if (kind === 'file') {
    const third_party = URL.parse(url)?.host !== host
    return { ...base, source: steady(url), sha256: sha256(text), third_party, excerpt: '' }
  }
  const digest = sha256(text.replace(/[\w+/=-]{16,}|\d+/g, (token) => (/\d/.test(token) ? '0' : token)))
  const excerpt = text.trim().slice(0, EXCERPT).toWellFormed()
  return { ...base, source: `${kind} ${digest.slice(0, 16)}`, sha256: digest, third_party: false, excerpt }
}

/** An address that a time stamp makes new at every visit is one address; the code in a `data:` one is its digest. */
function steady(url: string): string {
  if (/^(?:data|blob):/i.test(url)) return url.startsWith('data:') ? `data: ${sha256(url).slice(0, 16)}` : 'blob:'
  return url.replace(/\d{10,}/g, '0').slice(0, 2_000)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
