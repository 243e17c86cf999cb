import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cms, type ProbeOptions } from '../../test/cms.ts'
import { page } from '../../test/evidence.ts'
import { listed } from '../../test/software.ts'
import { browserSoftware } from './browser_software.ts'
import { cmsSoftware } from './cms_software.ts'
import { cmsSeen } from './cms-seen.ts'
import { parseHtml } from './html.ts'

const told = (...probes: ProbeOptions[]) =>
  listed(cmsSoftware(cms('wordpress', ...probes).cms_probes)).map(({ key, name, version }) => [key, name, version])
const plugin = (slug: string, body: string): ProbeOptions => ({
  kind: 'plugin',
  path: `wp-content/plugins/${slug}/readme.txt`,
  body,
})

const CASES: readonly [name: string, probes: ProbeOptions[], expected: unknown[]][] = [
  [
    'a plugin’s readme',
    [plugin('akismet', '=== Akismet Anti-spam ===\nContributors: x\nStable tag: 5.3\nLicense: GPLv2\n')],
    [['wordpress-plugin:akismet', 'Akismet Anti-spam', '5.3']],
  ],
  [
    'a readme whose tag is trunk',
    [plugin('x-y', '=== X ===\nStable tag: trunk\n\n== Changelog ==\n\n= 2.4.1 =\n* mends\n')],
    [['wordpress-plugin:x-y', 'X', '2.4.1']],
  ],
  ['a readme without a version', [plugin('x-y', '=== X ===\nNothing\n')], [['wordpress-plugin:x-y', 'X', null]]],
  ['something else at that place', [plugin('x-y', '<h1>Hello</h1> Stable tag: 1.0')], []],
  [
    'a theme’s style sheet',
    [
      {
        kind: 'theme',
        path: 'wp-content/themes/twentytwenty/style.css',
        body: '/*\nTheme Name: Twenty Twenty\nVersion: 2.1\n*/',
      },
    ],
    [['wordpress-theme:twentytwenty', 'Twenty Twenty', '2.1']],
  ],
  [
    'parts of the REST API',
    [
      {
        kind: 'api',
        path: 'wp-json/',
        body: '{"name":"x","namespaces":["oembed\\/1.0","wc\\/v3","yoast\\/v1","wp\\/v2"]}',
      },
    ],
    [
      ['wordpress-plugin:woocommerce', 'woocommerce', null],
      ['wordpress-plugin:wordpress-seo', 'wordpress-seo', null],
    ],
  ],
  [
    'the core',
    [{ kind: 'version', path: 'feed/', body: '<generator>https://wordpress.org/?v=6.1.9</generator>' }],
    [['wordpress', 'WordPress', '6.1.9']],
  ],
]
for (const [name, probes, expected] of CASES) test(name, () => assert.deepEqual(told(...probes), expected))

test('the root is found where the CMS lies below that of the site, and what it shows is asked for', () => {
  const body =
    '<link rel=stylesheet href="/blog/wp-content/themes/astra/style.css"><script src="/blog/wp-content/plugins/give/x.js"></script>'
  const seen = page({ url: 'https://site.test/blog/', body })
  assert.deepEqual(cmsSeen(seen, parseHtml(body, seen.url)), [
    { cms: 'wordpress', base: 'https://site.test/blog/', plugins: ['give'], themes: ['astra'] },
  ])
  const plain = page({ body: '<p>Hello' })
  assert.deepEqual(cmsSeen(plain, parseHtml('<p>Hello', plain.url)), [])
})

test('what libraries say in the browser', () => {
  const globals = {
    'jQuery.fn.jquery': '3.4.1',
    '_.VERSION': '1.8.3',
    'tinymce.majorVersion': '4',
    'THREE.REVISION': '120',
    'nobody.knows': '1.0',
    swfobject: '',
  }
  const shown = { url: 'https://site.test/', html: '', globals, requests: [] } as unknown as Parameters<
    typeof browserSoftware
  >[0]
  const found = listed(browserSoftware(shown)).map(({ key, version, precision }) => `${key} ${version} ${precision}`)
  assert.deepEqual(found, [
    'jquery 3.4.1 exact',
    'swfobject null null',
    'three 0.120.0 exact',
    'tinymce 4 range',
    'underscore 1.8.3 exact',
  ])
})
