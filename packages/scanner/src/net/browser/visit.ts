import type { BrowserContext, Page, Request } from 'playwright-core'
import { BEFORE, CLICK, MARK, READ } from './in-page.ts'

/** What a page did and showed while it was open. */
export interface Visit {
  /** Where it ended, with its fragment. */
  url: string
  /** Addresses it leads to, and those that scripts put into the address bar. */
  urls: string[]
  requests: { url: string; method: string; type: string; names: string[] }[]
  html: string
  globals: Record<string, string>
  dialogs: number
  /** False when the time for one page was over first. */
  settled: boolean
}

export interface VisitOptions {
  /** Paths from the window that are read, such as `jQuery.fn.jquery`. */
  globals: readonly string[]
  /** A pattern of words that must not be clicked. */
  unsafe: string
  /** Milliseconds for the whole page. */
  timeLimit: number
  clicks: number
  signal: AbortSignal
}

const QUIET = 1_500 // milliseconds without news that a page is waited for; one that never idles is read as it is then
const AFTER_CLICK = 150 // milliseconds for what a click shows
const MOST_REQUESTS = 500
const MOST_URLS = 3_000

/** Opens one page in a tab of its own, looks, clicks, and closes it. Never throws for what the page does. */
export async function visit(context: BrowserContext, url: string, options: VisitOptions): Promise<Visit> {
  const page = await context.newPage()
  const seen: Visit = { url, urls: [], requests: [], html: '', globals: {}, dialogs: 0, settled: false }
  listen(page, seen)
  let timer: NodeJS.Timeout | undefined
  const isOver = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, options.timeLimit)
    options.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const work = explore(page, url, seen, options).then(
    () => {
      seen.settled = true
    },
    () => {}, // it navigated away under our hands, crashed, or the tab is closed: what was seen until then counts
  )
  await Promise.race([work, isOver])
  clearTimeout(timer)
  await Promise.race([page.close({ runBeforeUnload: false }).catch(() => {}), pause(2_000)])
  seen.urls = [...new Set(seen.urls)].slice(0, MOST_URLS)
  return { ...seen }
}

function listen(page: Page, seen: Visit): void {
  page.on('dialog', (dialog) => {
    seen.dialogs++
    dialog.dismiss().catch(() => {})
  })
  page.on('popup', (popup) => {
    seen.urls.push(popup.url())
    popup.close().catch(() => {})
  })
  page.on('download', (download) => void download.cancel().catch(() => {}))
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && seen.urls.length < MOST_URLS) seen.urls.push(frame.url())
  })
  page.on('request', (request) => {
    if (seen.requests.length >= MOST_REQUESTS) return
    seen.requests.push({
      url: request.url().slice(0, 4_000),
      method: request.method(),
      type: request.resourceType(),
      names: bodyNames(request),
    })
  })
}

/** The names in a form or JSON body that a page wanted to send. */
function bodyNames(request: Request): string[] {
  const body = request.postData()?.slice(0, 20_000)
  if (!body) return []
  try {
    const value: unknown = JSON.parse(body)
    return value !== null && typeof value === 'object' ? Object.keys(value).slice(0, 50) : []
  } catch {
    return [...new URLSearchParams(body).keys()].filter((name) => /^[\w.[\]-]{1,60}$/.test(name)).slice(0, 50)
  }
}

async function explore(page: Page, url: string, seen: Visit, options: VisitOptions): Promise<void> {
  await page.addInitScript(BEFORE)
  const timeout = options.timeLimit
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout })
  await page.waitForLoadState('networkidle', { timeout: QUIET }).catch(() => {})
  await read(page, seen, options)
  const start = page.url()
  seen.url = start
  const marked = Math.min(options.clicks, await call<number>(page, MARK, options.unsafe, options.clicks))
  for (let number = 0; number < marked; number++) {
    if (!(await call<boolean>(page, CLICK, number))) continue
    await pause(AFTER_CLICK)
    const { html, ...rest } = seen
    await read(page, seen, options)
    Object.assign(seen, { html, url: rest.url }) // the document as it was before anybody clicked
    if (page.url() === start) continue
    seen.urls.push(page.url())
    await page.goBack({ waitUntil: 'domcontentloaded', timeout: 2_000 }).catch(() => {})
    if (page.url() !== start) await page.goto(start, { waitUntil: 'domcontentloaded', timeout })
    await pause(AFTER_CLICK)
    await call(page, MARK, options.unsafe, options.clicks)
  }
}

async function read(page: Page, seen: Visit, { globals }: VisitOptions): Promise<void> {
  const found = await call<{ urls: string[]; globals: Record<string, string>; html: string }>(page, READ, globals)
  seen.urls.push(...found.urls.filter((one) => typeof one === 'string').slice(0, MOST_URLS))
  seen.globals = { ...found.globals, ...seen.globals }
  seen.html = found.html
}

/** Runs one of our functions in the page; the arguments are data. */
function call<T>(page: Page, source: string, ...values: unknown[]): Promise<T> {
  return page.evaluate(`(${source})(${values.map((value) => JSON.stringify(value)).join(', ')})`) as Promise<T>
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
