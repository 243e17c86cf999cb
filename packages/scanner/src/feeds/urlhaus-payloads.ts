import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { openPromise } from 'yauzl'
import { add, dateOf, type Feed, type Loaded, text } from './feed.ts'

const COLUMNS = ['firstseen', 'url', 'filetype', 'md5', 'sha256', 'signature']
const LARGEST = 2_000_000_000 // bytes, unpacked

/** Why a file is known to be bad. */
export interface FileListing {
  /** The family of malware, where it has a name; else the kind of file. */
  threat: string
}

/** URLhaus of abuse.ch: what the addresses served, by SHA-256. CSV with comments before it, alone or as the one file of a ZIP archive. */
export const urlhausPayloads: Feed = {
  name: 'urlhaus-payloads',
  title: 'URLhaus: files that were served as malware',
  url: 'https://urlhaus.abuse.ch/downloads/payloads/',
  mirrorPath: 'urlhaus-payloads.csv',
  maxBytes: 300_000_000,
  least: 50,
  terms: 'CC0, https://urlhaus.abuse.ch/api/',
  async load(file) {
    const entries: Loaded['entries'] = new Map()
    let newest = ''
    const rows = (await contentOf(file)).pipe(
      parse({
        columns: COLUMNS,
        comment: '#',
        comment_no_infix: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      }),
    )
    for await (const { firstseen, filetype, sha256, signature } of rows as AsyncIterable<Record<string, string>>) {
      const hash = (sha256 ?? '').toLowerCase()
      if (!/^[0-9a-f]{64}$/.test(hash) || entries.has(hash)) continue
      const named = text(signature) && !/^(?:none|null|n\/a)$/i.test(signature!) ? signature! : null
      add(entries, hash, { threat: named ?? text(filetype) ?? 'malware' } satisfies FileListing)
      if (firstseen && firstseen > newest) newest = firstseen
    }
    return { entries, date: dateOf(`${newest.replace(' ', 'T')}Z`), records: entries.size }
  },
}

async function contentOf(file: string): Promise<Readable> {
  const handle = await open(file)
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close())
  if (buffer.toString('latin1') !== 'PK') return createReadStream(file)
  const zip = await openPromise(file).catch(() => {
    throw new Error('it is no ZIP archive, or broke off')
  })
  for await (const entry of zip.eachEntry()) {
    if (entry.uncompressedSize > LARGEST) break
    return zip.openReadStreamPromise(entry)
  }
  throw new Error('its ZIP archive holds nothing that can be read')
}
