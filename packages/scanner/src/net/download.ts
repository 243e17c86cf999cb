import { createWriteStream } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { EnvHttpProxyAgent, request } from 'undici'
import manifest from '../../package.json' with { type: 'json' }

export interface DownloadOptions {
  /** `https:` or `http:`, from the operator's settings; `file:` for a copy that was carried in. */
  url: string
  /** Where the bytes go. What is there after an error is of no use. */
  file: string
  /** Bytes, as they come over the wire. */
  maxBytes: number
  /** Milliseconds for the whole. */
  timeoutMs: number
  /** What the last answer said of itself: with these, an unchanged file costs one empty answer. */
  etag?: string | null
  lastModified?: string | null
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal
}
export type Downloaded =
  | { changed: false }
  | { changed: true; bytes: number; etag: string | null; lastModified: string | null }

/** Why a file could not be had, in a sentence that names it. */
export class DownloadError extends Error {}

const REDIRECTS = 5
const IDLE_MS = 60_000 // milliseconds without a byte

/**
 * Fetches a file that an operator named: data of ours, not a website that is scanned, so neither addresses nor pace are
 * checked here. Proxies of the environment (HTTPS_PROXY, NO_PROXY) are used. Throws `DownloadError`.
 */
export async function download(options: DownloadOptions): Promise<Downloaded> {
  const limit = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit
  const shown = withoutSecrets(options.url)
  if (options.url.startsWith('file:')) return copy(options, shown)
  const agent = new EnvHttpProxyAgent({ bodyTimeout: IDLE_MS, headersTimeout: IDLE_MS })
  try {
    return await fetchFile(options, shown, agent, signal)
  } catch (error) {
    if (error instanceof DownloadError) throw error
    if (limit.aborted) throw new DownloadError(`${shown} did not come within ${options.timeoutMs / 1000} s.`)
    if (options.signal?.aborted) throw new DownloadError(`The download of ${shown} was stopped.`)
    throw new DownloadError(`${shown} could not be reached: ${reasonOf(error as Error)}.`)
  } finally {
    await agent.destroy().catch(() => {})
  }
}

async function fetchFile(
  options: DownloadOptions,
  shown: string,
  agent: EnvHttpProxyAgent,
  signal: AbortSignal,
): Promise<Downloaded> {
  const { etag, lastModified } = options
  const headers: Record<string, string> = {
    'User-Agent': `LastHash/${manifest.version} (+https://lasthash.com/scanner)`,
    Accept: '*/*',
    ...(etag && { 'If-None-Match': etag }),
    ...(!etag && lastModified && { 'If-Modified-Since': lastModified }),
    ...options.headers,
  }
  let url = options.url
  for (let redirects = 0; ; redirects++) {
    const answer = await request(url, { headers, dispatcher: agent, signal })
    const { statusCode, body } = answer
    const field = (name: string) => [answer.headers[name]].flat()[0] ?? null
    if (statusCode === 200) {
      const length = Number(field('content-length') ?? 0)
      if (length > options.maxBytes) throw tooLarge(shown, options.maxBytes)
      const bytes = await write(body, options, shown, signal)
      if (length > 0 && bytes < length) throw new DownloadError(`${shown} broke off after ${bytes} of ${length} bytes.`)
      return { changed: true, bytes, etag: field('etag'), lastModified: field('last-modified') }
    }
    await body.dump()
    if (statusCode === 304) return { changed: false }
    const next = field('location')
    if (statusCode < 300 || statusCode > 399 || !next || redirects === REDIRECTS)
      throw new DownloadError(`${shown} answered ${statusCode}.`)
    const to = new URL(next, url)
    // What was sent along may be a key for this host only.
    if (to.origin !== new URL(url).origin) delete headers.Authorization
    url = to.href
  }
}

async function write(body: Readable, { file, maxBytes }: DownloadOptions, shown: string, signal: AbortSignal) {
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      done(bytes > maxBytes ? tooLarge(shown, maxBytes) : null, chunk)
    },
  })
  await pipeline(body, counted, createWriteStream(file), { signal })
  return bytes
}

async function copy({ url, file, maxBytes, lastModified }: DownloadOptions, shown: string): Promise<Downloaded> {
  try {
    const path = fileURLToPath(url)
    const { size, mtime } = await stat(path)
    if (size > maxBytes) throw tooLarge(shown, maxBytes)
    if (lastModified === mtime.toUTCString()) return { changed: false }
    await copyFile(path, file)
    return { changed: true, bytes: size, etag: null, lastModified: mtime.toUTCString() }
  } catch (error) {
    if (error instanceof DownloadError) throw error
    throw new DownloadError(`${shown} could not be read: ${reasonOf(error as Error)}.`)
  }
}

function tooLarge(shown: string, maxBytes: number): DownloadError {
  return new DownloadError(`${shown} is larger than ${Math.round(maxBytes / 1e6)} MB, which is more than it may be.`)
}

function reasonOf(error: Error): string {
  const { code } = ((error.cause as Error | undefined) ?? error) as NodeJS.ErrnoException
  const WORDS: Record<string, string> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'no name server answered',
    ECONNREFUSED: 'nothing listens there',
    ENETUNREACH: 'there is no way out of this machine',
    EHOSTUNREACH: 'there is no way to that host',
    ENOENT: 'there is no such file',
    UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  }
  return (code && WORDS[code]) ?? (error.message.replace(/\.$/, '') || 'no reason was given')
}

/** An address for messages: no password, no query, in which keys may stand. */
function withoutSecrets(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return 'an address that is none'
  if (parsed.protocol === 'file:') return parsed.pathname
  return `${parsed.origin}${parsed.pathname}`
}
