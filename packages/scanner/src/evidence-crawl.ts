import type { Exchange } from './net/exchange.ts'

/** How a website is to be crawled; all of it may be left out. */
export interface CrawlOptions {
  /** Paths that are crawled, as they begin; `*` stands for anything, `$` for the end. Default: all. */
  include?: readonly string[]
  /** Paths that are not, in the same form: stronger than `include`. */
  exclude?: readonly string[]
  /** Obey robots.txt. Default false: a scan is asked for by the site's owner, who wants to know about hidden places, too. */
  robots?: boolean
  /** Where a description of its interface lies (OpenAPI or Swagger as JSON): what it describes is crawled, too. */
  description?: string
  /** Open pages in a browser, too, where there is one. Default true. */
  browser?: boolean
  /** Clicks from the start page. Default 20. */
  max_depth?: number
  /** Pages of one shape, built alike, after which the rest is only sampled. Default 25. */
  samples?: number
}

/**
 * How to log in: by a form (`url`, `username`, `password`), whose fields are found unless they are named, or by recorded
 * `steps`. Values are never part of any evidence.
 */
export interface Login {
  /** The page with the form; also, whoever is redirected to it has lost the session. */
  url?: string
  username?: string
  password?: string
  username_field?: string
  password_field?: string
  /** Further fields of the form, such as a tenant. */
  fields?: Record<string, string>
  steps?: readonly LoginStep[]
  /** Text that a page shows only to those who are logged in: looked for once the log-in is made. */
  logged_in?: string
  /** Text that a page shows only to those who are not: where it appears, the log-in is made again. */
  logged_out?: string
}

/** One request; `{{name}}` stands for what an earlier step's `extract` found. */
export interface LoginStep {
  url: string
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string>
  body?: string
  /** By name, a regular expression whose first group is looked for in the answer. */
  extract?: Record<string, string>
}

/** A script file that was fetched, or that the browser fetched. Inline scripts are part of the page's `html`. */
export interface Script {
  /** Where it was fetched, after redirects. */
  url: string
  body: string
  exchange: Exchange
  /** The first page that loads it. */
  page: string
  /** Its host is not the website's: then only the browser fetched it. */
  third_party: boolean
}

/** What a page became in a browser, and did there. */
export interface BrowserPage {
  url: string
  /** What the server sent for it. */
  exchange: Exchange
  /** The document as scripts have made it, at most a million characters. */
  html: string
  /** Version of each library that says so, by the path of its variable (data/browser-globals.ts); empty where it says none. */
  globals: Record<string, string>
  /** All that it asked for. Only GET and HEAD were sent: to the website, and to others for their scripts and styles. */
  requests: readonly {
    url: string
    method: string
    /** As browsers call it: `script`, `xhr`, `fetch`, `image`, `document` … */
    type: string
    /** Names of what it would have sent in a body. */
    names: readonly string[]
    third_party: boolean
  }[]
  /** Alerts and the like, which were dismissed. */
  dialogs: number
  /** False when it was cut off by the time limit for one page. */
  settled: boolean
}

/** Which of the start page's own script files were read, and which not, with the reason. */
export interface ScriptsEvidence {
  read: readonly string[]
  unread: readonly { url: string; reason: string }[]
}

/** Something that the website takes: where an active scan would look, and what coverage counts. */
export interface CrawlParameter {
  /** Without its query. */
  url: string
  method: string
  name: string
  in: 'query' | 'body' | 'path' | 'header' | 'cookie'
  source: 'link' | 'form' | 'script' | 'description' | 'browser'
}

/** Where a crawl is, as plain data from which it can go on. */
export interface CrawlState {
  waiting: readonly { url: string; depth: number; certainty: number }[]
  /** Digests of all addresses that were seen. */
  known: readonly number[]
  so_far: Pick<CrawlEvidence, 'pages' | 'urls' | 'scripts' | 'parameters' | 'statuses'>
  /** Script files that were asked for. */
  script_urls: readonly string[]
}

/** What the crawl came to. The pages themselves have been judged as they came. */
export interface CrawlEvidence {
  /** Pages that were judged, the start page included; the addresses of the first 1,000. */
  pages: number
  urls: readonly string[]
  scripts: number
  parameters: readonly CrawlParameter[]
  /** How many addresses were not followed, by reason. */
  unfollowed: Record<string, number>
  /** Answers that were no page, by status, such as `404`. */
  statuses: Record<string, number>
  /** What ended the crawl or cut it short, in sentences; none when everything that was found was asked for. */
  limits: readonly string[]
  /** Whether a browser was there, and what it did. */
  browser: { used: boolean; reason: string; pages: number; requests: number }
}
