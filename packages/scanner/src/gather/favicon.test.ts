import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAVICONS } from '../../data/favicons.ts'
import { TECHNOLOGY_BY_KEY } from '../../data/software/index.ts'
import { exchange, page } from '../../test/evidence.ts'
import { derived, forgetful } from '../../test/gather.ts'
import { type FaviconEvidence, Unavailable } from '../evidence.ts'
import type { Net } from '../net/net.ts'
import favicon from './favicon.ts'
import { iconHash } from './icon-hash.ts'

const ICON = Buffer.from('00000100010010101000010020', 'hex')

/** Asks for the icon of a page with this head; gives what came of it, and what was asked for. */
async function ask(head: string, answer: Buffer, status = 200): Promise<{ seen: FaviconEvidence; asked: string[] }> {
  const asked: string[] = []
  const net = {
    async request(url: string, { onBytes }: { onBytes: (bytes: Buffer) => void }) {
      asked.push(url)
      onBytes(answer)
      return exchange({ url, status, body: answer.toString('latin1') })
    },
  } as unknown as Net
  const start = page({ body: `<!doctype html><html><head>${head}</head></html>` })
  const evidence = { page: start, html: derived({ page: start }, 'html') }
  return { seen: (await favicon.gather(net, evidence as never, forgetful)) as FaviconEvidence, asked }
}

test('the icon that the page names is asked for, else the usual one, and never one of another host', async () => {
  const table: readonly [head: string, url: string][] = [
    ['', 'https://site.test/favicon.ico'],
    ['<link rel="shortcut icon" href="/i/own.png">', 'https://site.test/i/own.png'],
    ['<link rel="icon" href="https://cdn.example/own.png">', 'https://site.test/favicon.ico'],
  ]
  for (const [head, url] of table) {
    const { seen, asked } = await ask(head, ICON)
    assert.deepEqual(asked, [url])
    assert.equal(seen.hash, iconHash(ICON))
    assert.equal(seen.exchange.response.body, '', 'the picture is not kept as text')
  }
})

test('no icon, or a page in its place, is no evidence', async () => {
  await assert.rejects(ask('', ICON, 404), Unavailable)
  await assert.rejects(ask('', Buffer.alloc(0)), Unavailable)
  await assert.rejects(ask('', Buffer.from('<!doctype html><title>Not found</title>')), Unavailable)
})

test('the icons that we know belong to software that we know', () => {
  for (const [hash, key] of FAVICONS) assert.ok(TECHNOLOGY_BY_KEY.has(key), `${key}, of the icon ${hash}`)
})

test('an icon tells the software that comes with it, and another one nothing', () => {
  const of = (hash: number) => ({
    hash,
    sha256: '',
    bytes: 1,
    exchange: exchange({ url: 'https://site.test/favicon.ico' }),
  })
  const keys = (hash: number) =>
    (derived({ favicon: of(hash) }, 'favicon_software') as { software: { key: string } }[]).map(
      (one) => one.software.key,
    )
  assert.deepEqual(keys(-167656799), ['drupal', 'php'])
  assert.deepEqual(keys(892542951), ['zabbix'])
  assert.deepEqual(keys(1), [])
})
