import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import type { HeaderList } from '../exchange.ts'

/** A script that the browser compiled for a page, as it was told by the browser itself. */
export interface RanScript {
  kind: 'file' | 'inline' | 'handler' | 'dynamic'
  /** Of a file its address; of the others that of the page. */
  url: string
  text: string
  /** Which script loaded it; null where the page itself did. */
  loaded_by: string | null
  /** The page's `integrity` attribute for it. */
  integrity: string | null
}

export interface Inventory {
  /** Where the page ended, without its fragment. */
  url: string
  status: number
  headers: HeaderList
  scripts: RanScript[]
  /** False when something was cut short: time, number or size. */
  complete: boolean
}

const QUIET = 3_000 // milliseconds without news that a page is waited for: tags load tags
const MOST_SCRIPTS = 400
const MOST_HANDLERS = 100
const MOST_TEXT = 5_000_000 // characters of one script

/** `Debugger.scriptParsed` of the DevTools protocol, as far as it is read here. */
interface Parsed {
  scriptId: string
  url: string
  startLine: number
  startColumn: number
  length?: number
  /** A `sourceURL` comment renames a script: then `url` is what the script says of itself. */
  hasSourceURL?: boolean
  embedderName?: string
  executionContextAuxData?: { isDefault?: boolean }
}

/** By which Playwright keeps service workers out: it is no script of the page's. */
const BLOCKER =
  /^\(\(\) => \{\s*if \(self\.ServiceWorkerContainer\) ServiceWorkerContainer\.prototype\.register = async \(\) => \{ console\.warn\('Service Worker registration blocked by Playwright'\); \};\s*\}\)\(\);\s*$/

/** What stands in the document: the `integrity` of files, and code in attributes. */
const IN_DOCUMENT = `(() => {
  const integrity = [], handlers = new Set()
  for (const one of document.scripts) if (one.src && one.integrity) integrity.push([one.src, one.integrity.slice(0, 500)])
  for (const one of document.querySelectorAll('*')) {
    if (handlers.size >= ${MOST_HANDLERS}) break
    for (const { name, value } of one.attributes) if (/^on[a-z]+$/i.test(name) && value.trim()) handlers.add(name.toLowerCase() + ': ' + value.slice(0, 10000))
    const href = one.getAttribute('href') ?? ''
    if (/^\\s*javascript:/i.test(href)) handlers.add('href: ' + href.slice(0, 10000))
  }
  return JSON.stringify({ integrity: integrity.slice(0, 1000), handlers: [...handlers] })
})()`

/**
 * Opens a page as a visitor does and lists every script that the browser compiled for it, whatever wrote it there: files,
 * code in the page, code that scripts make. Frames of other sites are documents of their own and not part of it. Rejects when
 * the page cannot be opened.
 */
export async function inventory(
  context: BrowserContext,
  url: string,
  { timeLimit, signal }: { timeLimit: number; signal: AbortSignal },
): Promise<Inventory> {
  const page = await context.newPage()
  const close = () => void page.close().catch(() => {})
  signal.addEventListener('abort', close, { once: true })
  try {
    return await look(page, await context.newCDPSession(page), url, timeLimit)
  } finally {
    signal.removeEventListener('abort', close)
    await page.close({ runBeforeUnload: false }).catch(() => {})
  }
}

async function look(page: Page, session: CDPSession, url: string, timeLimit: number): Promise<Inventory> {
  const ends = Date.now() + timeLimit
  const loaders = new Map<string, string>()
  let parsed: Parsed[] = []
  const take = (one: Parsed) => {
    if (one.executionContextAuxData?.isDefault !== false && parsed.length <= MOST_SCRIPTS) parsed.push(one)
  }
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  page.on('popup', (popup) => void popup.close().catch(() => {}))
  // What belonged to the page before a redirect by script is none of the page that the visitor ends on.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) parsed = parsed.filter(({ url: of }) => bare(of) === bare(page.url()))
  })
  session.on('Debugger.scriptParsed', take)
  session.on('Network.requestWillBeSent', ({ request, initiator, type }) => {
    if (type !== 'Script') return
    const by = initiator.type === 'script' ? initiator.stack?.callFrames.at(-1)?.url : undefined
    if (by && !loaders.has(request.url)) loaders.set(request.url, by)
  })
  await session.send('Network.enable')
  await session.send('Debugger.enable')
  const response = await page.goto(url, { waitUntil: 'domcontentloaded', timeout: timeLimit })
  const quiet = await page
    .waitForLoadState('networkidle', { timeout: Math.max(1, Math.min(timeLimit / 2, ends - Date.now())) })
    .then(
      () => true,
      () => false,
    )
  await new Promise((resolve) => setTimeout(resolve, Math.min(QUIET, Math.max(0, ends - Date.now())) / 3))
  // Our own question is no script of the page's.
  session.off('Debugger.scriptParsed', take)
  const seen = parsed.slice(0, MOST_SCRIPTS)
  const { integrity, handlers } = await inDocument(session)
  const at = bare(page.url())
  const scripts: RanScript[] = []
  for (const one of seen) {
    const text = await sourceOf(session, one.scriptId)
    if (text === null || text.trim() === '' || BLOCKER.test(text)) continue
    const { kind, url: from } = placeOf(one, at)
    scripts.push({
      kind,
      url: from,
      text,
      loaded_by: loaders.get(from) ?? null,
      integrity: integrity.get(from) ?? null,
    })
  }
  for (const text of handlers) scripts.push({ kind: 'handler', url: at, text, loaded_by: null, integrity: null })
  return {
    url: at,
    status: response?.status() ?? 0,
    headers: ((await response?.headersArray()) ?? []).map(({ name, value }) => [name, value] as const),
    scripts,
    complete: quiet && parsed.length <= MOST_SCRIPTS,
  }
}

/** A script is a file where the network says so, whatever name it gives itself. */
function placeOf({ url, embedderName, hasSourceURL, startLine, startColumn }: Parsed, page: string) {
  const real = hasSourceURL ? (embedderName ?? '') : url
  if (!/^(?:https?|blob|data):/.test(real)) return { kind: 'dynamic' as const, url: page }
  if (bare(real) !== page) return { kind: 'file' as const, url: real }
  // Written by a script into the page, it begins at the beginning.
  return { kind: startLine === 0 && startColumn === 0 ? ('dynamic' as const) : ('inline' as const), url: page }
}

async function sourceOf(session: CDPSession, scriptId: string): Promise<string | null> {
  try {
    const { scriptSource } = await session.send('Debugger.getScriptSource', { scriptId })
    return scriptSource.slice(0, MOST_TEXT)
  } catch {
    return null // its page has gone
  }
}

async function inDocument(session: CDPSession): Promise<{ integrity: Map<string, string>; handlers: string[] }> {
  try {
    const { result } = await session.send('Runtime.evaluate', { expression: IN_DOCUMENT, timeout: 5_000 })
    const { integrity, handlers } = JSON.parse(String(result.value)) as {
      integrity: [string, string][]
      handlers: string[]
    }
    return { integrity: new Map(integrity), handlers: handlers.map(String) }
  } catch {
    return { integrity: new Map(), handlers: [] }
  }
}

function bare(url: string): string {
  return url.split('#')[0]!
}
