import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { startApi, type TestApi } from '../../../test/test-api.ts'
import { createTestContext, type TestContext } from '../../../test/test-context.ts'

const root = join(import.meta.dirname, '../../../../..')

let world: TestContext
let api: TestApi
before(async () => {
  world = await createTestContext()
  api = await startApi(world.context)
})
after(async () => {
  await api.close()
  await world.close()
})

const read = async (path: string) => {
  const answer = await fetch(api.base + path)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const linksOf = (html: string) =>
  [...html.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&#38;', '&'))
const slugsOfFiles = () =>
  globSync('docs/*.md', { cwd: root })
    .map((file) => file.slice('docs/'.length, -'.md'.length))
    .filter((slug) => slug !== 'parity')

test('from the start page every page is reached, and no link of any is dead', async () => {
  const pages = new Map<string, string>()
  const wrong: string[] = []
  const visit = async (path: string, from: string) => {
    if (pages.has(path)) return
    pages.set(path, '')
    const { status, text } = await read(path)
    if (status !== 200) wrong.push(`${from} leads to ${path}: ${status}`)
    pages.set(path, text)
    if (!/^\/docs(?:\/|$)/.test(path) || path.endsWith('.md')) return
    for (const href of linksOf(text).filter((one) => /^\/(?!\/)/.test(one))) await visit(href.split('#')[0]!, path)
  }
  await visit('/docs/start', '')
  for (const slug of slugsOfFiles()) assert.ok(pages.has(`/docs/${slug}`), slug)
  for (const [path, text] of pages) {
    if (!path.startsWith('/docs') || path.endsWith('.md')) continue
    for (const href of linksOf(text)) {
      assert.match(href, /^(?:https?:\/\/[^/]|[/#]|mailto:)/, `${path}: ${href}`)
      const [target = '', anchor] = href.split('#')
      // The playground makes its anchors itself.
      if (anchor === undefined || /^https?:/.test(href) || target === '/docs') continue
      const there = pages.get(target === '' ? path : target)
      if (!there?.includes(` id="${anchor}"`)) wrong.push(`${path} leads to ${href}, where nothing is`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('what Markdown links to is there, also where a page shows the link as text', () => {
  for (const file of globSync(['docs/*.md', 'clients/*/README.md'], { cwd: root })) {
    const markdown = readFileSync(join(root, file), 'utf8').replaceAll(/```.*?```/gs, '')
    for (const [, href] of markdown.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(?:https?:|mailto:|[/#])/.test(href!)) continue
      assert.ok(existsSync(join(root, dirname(file), href!.split('#')[0]!)), `${file}: ${href}`)
    }
  }
})

test('a page runs no script and asks for nothing else; it has its contents, its neighbours and its Markdown', async () => {
  const { text, headers } = await read('/docs/webhooks')
  const policy = headers.get('content-security-policy')!
  assert.match(
    policy,
    /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
  )
  assert.doesNotMatch(text, /<script|<img|<link|style="|src="/)
  assert.match(text, /<nav class="aside"[^>]*>.*<a href="#verify-it">Verify it<\/a>/s)
  assert.match(text, /aria-current="page">Webhooks</)
  assert.match(text, /<a rel="next"[^>]+href="\/docs\/alerts"/)
  const markdown = await read('/docs/webhooks.md')
  assert.match(markdown.headers.get('content-type')!, /^text\/markdown/)
  assert.equal(markdown.text, readFileSync(join(root, 'docs/webhooks.md'), 'utf8'))
})

test('the settings of the README are a page, and links to them lead there', async () => {
  const { text } = await read('/docs/settings')
  for (const name of ['DATABASE_URL', 'TRUSTED_PROXIES']) assert.match(text, new RegExp(`<code>${name}</code>`))
  assert.match(text, /<a href="\/docs\/feeds">/)
  assert.doesNotMatch(text, /The picture/)
  assert.match((await read('/docs/self-hosting')).text, /<a href="\/docs\/settings#settings">/)
})

test('llms.txt names every page once, with a sentence and the address of its Markdown', async () => {
  const { text, headers } = await read('/llms.txt')
  assert.match(headers.get('content-type')!, /^text\/plain/)
  assert.match(text, /^# LastHash\n\n> \S/)
  const lines = text.split('\n').filter((line) => line.startsWith('- '))
  for (const line of lines) assert.match(line, /^- \[[^\]]{3,}\]\(https?:\S+\): \S.{10,}\.$/)
  for (const slug of slugsOfFiles())
    assert.equal(lines.filter((line) => line.includes(`/docs/${slug}.md)`)).length, 1, slug)
})

test('search finds sections, errors and checks, and shows what was typed as text', async () => {
  const { text } = await read('/docs/search?q=rotate-secret')
  assert.match(text, /<a href="\/docs\/webhooks">Webhooks<\/a>.*<mark>rotate-secret<\/mark>/s)
  assert.match((await read('/docs/search?q=rate_limited')).text, /href="\/docs\/errors#rate_limited"/)
  assert.match((await read('/docs/search?q=transport/hsts')).text, /href="\/docs\/checks\/transport\/hsts"/)
  const odd = await read(`/docs/search?q=${encodeURIComponent('"><script>x')}&q=y`)
  assert.equal(odd.status, 200)
  assert.doesNotMatch(odd.text, /<script/)
  assert.match((await read('/docs/search')).text, /Type what you look for/)
})

for (const path of ['/docs/nothing', '/docs/nothing.md', '/docs/__proto__', '/docs/..%2Fpackage', '/docs/openapi.json'])
  test(`${path} is not found`, async () => assert.equal((await read(path)).status, 404))
