import type { Script, ScriptsEvidence } from '../evidence.ts'
import { headerValue } from '../net/exchange.ts'
import type { Net } from '../net/net.ts'
import { defineGatherer } from '../source.ts'

const MOST = 15 // files; with them a quick scan stays well within its budget of requests

/** The script files that the start page loads from the website itself. */
export default defineGatherer({
  name: 'scripts',
  needs: ['page', 'leads'],
  scans: ['quick'], // the crawl reads them all
  feeds: ['script'],
  async gather(net, { page, leads }, intake): Promise<ScriptsEvidence> {
    const own = leads.scripts.filter((url) => net.isOwn(url))
    for (const url of own.slice(MOST)) intake.missed(url)
    const unread = own.slice(MOST).map((url) => ({ url, reason: `a scan of this type reads ${MOST} files` }))
    const read: string[] = []
    await Promise.all(
      own.slice(0, MOST).map(async (url) => {
        const script = await fetchScript(net, url, page.url)
        if ('reason' in script) {
          unread.push({ url, reason: script.reason })
          if (script.isOpen) intake.missed(url)
        } else {
          await intake.script(script)
          read.push(url)
        }
      }),
    )
    return { read, unread }
  },
})

/**
 * Fetches one script file of the website, or tells why what is there is none. `isOpen`: it may be one all the same, and could
 * not be had this time.
 */
export async function fetchScript(
  net: Net,
  url: string,
  page: string,
): Promise<Script | { reason: string; isOpen: boolean }> {
  const { exchanges, end, error } = await net.navigate(url, {})
  const exchange = exchanges.at(-1)
  if (!exchange || end !== 'answered') return { reason: error ?? 'it gave no answer', isOpen: true }
  const { status, headers, body } = exchange.response
  if (status !== 200) {
    return { reason: `it answered ${status}`, isOpen: status !== 404 && status !== 410 }
  }
  // Sites that answer every path with their start page do so for lost scripts, too; browsers refuse that as a script.
  if (/^text\/html\b/i.test(headerValue(headers, 'content-type') ?? '')) {
    return { reason: 'it answered with a page', isOpen: false }
  }
  return { url: exchange.request.url, body, exchange, page, third_party: false }
}
