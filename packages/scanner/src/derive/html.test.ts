import assert from 'node:assert/strict'
import { test } from 'node:test'
import { page } from '../../test/evidence.ts'
import { processorTime } from '../../test/processor-time.ts'
import type { Page } from '../evidence.ts'
import type { Derivation } from '../source.ts'
import html, { type Html, isHtml, parseHtml } from './html.ts'

const derive = (page: Page) => (html as Derivation).derive({ page } as never)
const parse = (body: string, url = 'https://site.test/shop/cart?x=1') => parseHtml(body, url)

test('html: scripts with their attributes, inline text, and inert types', () => {
  const { scripts } = parse(`<!doctype html>
    <script src="a.js" integrity="sha384-x" crossorigin></script>
    <script src=//cdn.test/b.js crossorigin="use-credentials" nonce=n></script>
    <SCRIPT TYPE=" Application/JSON ">{"a": "<img src=x>"}</SCRIPT>
    <script src="c.js">ignored()</script>
    <template><script src="inert.js"></script></template>`)
  assert.deepEqual(
    scripts.map(({ url, crossorigin, type, inline }) => [url, crossorigin, type, inline]),
    [
      ['https://site.test/shop/a.js', 'anonymous', null, ''],
      ['https://cdn.test/b.js', 'use-credentials', null, ''],
      [null, null, 'application/json', '{"a": "<img src=x>"}'],
      ['https://site.test/shop/c.js', null, null, ''],
    ],
  )
  assert.equal(scripts[0]!.integrity, 'sha384-x')
  assert.equal(scripts[1]!.nonce, 'n')
})

test('html: forms own the controls inside them and those that name them', () => {
  const { forms, inputs } = parse(`
    <input name=orphan type=PASSWORD>
    <form action=/login method=POST id=f><label>u<input name=user></label><select name=s></select>
      <button formaction="http://other.test/x">go</button></form>
    <textarea name=late form=f></textarea>
    <form><input type=password autocomplete="Current-Password"></form>`)
  assert.deepEqual(
    forms.map(({ url, method, inputs }) => [url, method, inputs.map(({ name, type }) => [name, type])]),
    [
      [
        'https://site.test/login',
        'post',
        [
          ['user', 'text'],
          ['s', 'select'],
          [null, 'submit'],
          ['late', 'textarea'],
        ],
      ],
      ['https://site.test/shop/cart?x=1', 'get', [[null, 'password']]],
    ],
  )
  assert.equal(forms[0]!.inputs[2]!.formaction, 'http://other.test/x')
  assert.equal(forms[1]!.inputs[0]!.autocomplete, 'current-password')
  assert.equal(inputs.length, 6)
  assert.equal(inputs[0]!.type, 'password')
})

test('html: the first base with a href moves every relative URL, even earlier ones', () => {
  const { base, anchors, images } = parse(
    '<img src=i.png><base target=x><base href="//cdn.test/d/"><base href=/no><a href=x>',
  )
  assert.equal(base, 'https://cdn.test/d/')
  assert.equal(anchors[0]!.url, 'https://cdn.test/d/x')
  assert.equal(images[0]!.url, 'https://cdn.test/d/i.png')
})

test('html: images by src, srcset and poster, media, frames', () => {
  const { images, media, iframes } = parse(`
    <img src="" srcset="a.png 1x,b.png, data:image/png;base64,AA== 2x , c.png 480w">
    <video src=v.mp4 poster=p.jpg><source src=w.webm></video><object data=o.swf></object><embed src=e.pdf>
    <iframe src=https://f.test/ sandbox="Allow-Scripts  allow-forms"></iframe><iframe srcdoc=x sandbox></iframe>`)
  assert.deepEqual(
    images.map(({ url, srcset }) => [url.replace('https://site.test/shop/', ''), srcset]),
    [
      ['a.png', true],
      ['b.png', true],
      ['data:image/png;base64,AA==', true],
      ['c.png', true],
      ['p.jpg', false],
    ],
  )
  assert.deepEqual(
    media.map(({ element }) => element),
    ['video', 'source', 'object', 'embed'],
  )
  assert.deepEqual(iframes, [
    { element: 'iframe', src: 'https://f.test/', url: 'https://f.test/', sandbox: ['allow-scripts', 'allow-forms'] },
    { element: 'iframe', src: null, url: null, sandbox: [] },
  ])
})

test('html: anchors, metas, comments, handlers, title, text', () => {
  const parsed = parse(`<title>A &amp; B</title><meta charset=utf-8><meta http-equiv=Refresh content="0; url=/x">
    <!-- secret --><p onclick="go()">Hello <b>wor</b>ld</p><p>next<script>not text</script>
    <a href="http://[bad" target=_blank rel="NoOpener external"> Out <i>there</i> </a><a name=top>`)
  assert.equal(parsed.title, 'A & B')
  assert.equal(parsed.text, 'A & B Hello world next Out there')
  assert.deepEqual(parsed.comments, [' secret '])
  assert.deepEqual(parsed.inlineHandlers, [{ element: 'p', name: 'onclick', code: 'go()' }])
  assert.deepEqual(parsed.metas[1], { name: null, httpEquiv: 'refresh', content: '0; url=/x', charset: null })
  assert.deepEqual(parsed.anchors, [
    { href: 'http://[bad', url: null, target: '_blank', rel: ['noopener', 'external'], text: 'Out there' },
  ])
})

test('html: only what a browser would show as HTML is parsed', () => {
  const typed = (type: string, body = '<p>') => page({ headers: { 'Content-Type': type }, body })
  assert.ok(isHtml(typed('Text/HTML;charset=utf-8')))
  assert.ok(isHtml(typed('application/xhtml+xml')))
  assert.ok(!isHtml(typed('text/plain')))
  assert.ok(!isHtml(typed('application/json')))
  assert.ok(isHtml(typed('nonsense', '\uFEFF\n<!DOCTYPE html>')))
  assert.ok(!isHtml(typed('', '{"html": "<html>"}')))
  assert.deepEqual((derive(typed('application/json', '<script src=x>')) as Html).scripts, [])
  assert.equal((derive(typed('text/html', '<script src=x>')) as Html).scripts.length, 1)
})

test('html: monsters are cut short in bounded time', () => {
  const took = processorTime(() => {
    assert.ok(parse('<div>'.repeat(400_000)).truncated)
    assert.ok(parse('<br>'.repeat(400_000)).truncated)
    assert.equal(parse(`<img srcset="${','.repeat(500_000)}">`).images.length, 0)
    assert.equal(parse(`<a href="data:,${'x'.repeat(500_000)}">`).anchors[0]!.href.length, 8_192)
    parse('<!--'.repeat(200_000))
    parse(`<p ${'a '.repeat(300_000)}`)
  })
  assert.ok(took < 15_000)
})
