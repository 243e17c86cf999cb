import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAVICONS } from '../../data/favicons.ts'
import { TECHNOLOGIES } from '../../data/software/index.ts'
import type { PageOptions } from '../../test/evidence.ts'
import { processorTime } from '../../test/processor-time.ts'
import { listed, sightings } from '../../test/software.ts'

/** `name version`, with `.x` where the end is not known, `~` for a distribution's, and `?` for a version that is a guess. */
function told(options: PageOptions): string[] {
  return listed(sightings(options)).map(({ name, version, precision, packaged, version_confidence }) =>
    [
      name,
      version &&
        `${version}${precision === 'range' ? '.x' : ''}${packaged ? `~${packaged}` : ''}${version_confidence < 50 ? '?' : ''}`,
    ]
      .filter(Boolean)
      .join(' '),
  )
}

const CASES: readonly [name: string, page: PageOptions, expected: string[]][] = [
  ['Ubuntu in a version', { headers: { 'X-Powered-By': 'PHP/7.4.3-4ubuntu2.18' } }, ['PHP 7.4.3~Ubuntu', 'Ubuntu']],
  ['what Ubuntu ships without a word', { headers: { 'X-Powered-By': 'PHP/7.4.3' } }, ['PHP 7.4.3~Ubuntu']],
  ['what no distribution ships', { headers: { 'X-Powered-By': 'PHP/7.4.10' } }, ['PHP 7.4.10']],
  ['nothing to go by', { headers: { Server: 'gws' }, body: '<title>x</title>' }, []],
  ['nginx', { headers: { Server: 'nginx/1.24.0' } }, ['nginx 1.24.0']],
  ['a server without a version', { headers: { Server: 'Apache' } }, ['Apache HTTP Server']],
  [
    'a whole stack of a distribution',
    { headers: { Server: 'Apache/2.4.52 (Debian) OpenSSL/1.1.1n', 'X-Powered-By': 'PHP/7.4.33' } },
    ['Apache HTTP Server 2.4.52~Debian', 'Debian', 'OpenSSL 1.1.1n~Debian', 'PHP 7.4.33~Debian'],
  ],
  [
    'Red Hat tells itself by FIPS',
    { headers: { Server: 'Apache/2.4.6 (CentOS) OpenSSL/1.0.2k-fips' } },
    ['Apache HTTP Server 2.4.6~CentOS', 'CentOS', 'OpenSSL 1.0.2k-fips~CentOS'],
  ],
  ['a version that was cut', { headers: { Server: 'Apache/2.4' } }, ['Apache HTTP Server 2.4.x']],
  ['Tomcat is no Apache httpd', { headers: { Server: 'Apache-Coyote/1.1' } }, ['Apache Coyote', 'Java']],
  [
    'IIS',
    { headers: { Server: 'Microsoft-IIS/10.0', 'X-AspNet-Version': '4.0.30319' } },
    ['ASP.NET 4.0.30319', 'Microsoft IIS 10.0.x', 'Windows Server'],
  ],
  ['Express by its field', { headers: { 'X-Powered-By': 'Express' } }, ['Express', 'Node.js']],
  ['a session cookie', { headers: { 'Set-Cookie': ['laravel_session=x; path=/', 'a=b'] } }, ['Laravel', 'PHP']],
  ['Cloudflare', { headers: { Server: 'cloudflare', 'CF-RAY': 'x' } }, ['Cloudflare']],
  [
    'WordPress with plugin and theme',
    {
      body: `<meta name="generator" content="WordPress 6.1.1"><link rel=stylesheet href="/wp-content/plugins/contact-form-7/includes/css/styles.css?ver=5.7.2">
        <link rel=stylesheet href="/wp-content/themes/twentytwenty/style.css"><script src="/wp-includes/js/jquery/jquery.min.js?ver=3.6.1"></script>`,
    },
    ['contact-form-7 5.7.2?', 'jQuery 3.6.1', 'PHP', 'twentytwenty', 'WordPress 6.1.1'],
  ],
  ['the same folders on another site are no plugins of this one', { body: '<img src="/images/wp-content/x.png">' }, []],
  ['Drupal', { headers: { 'X-Generator': 'Drupal 10 (https://www.drupal.org)' }, body: '<p>' }, ['Drupal 10.x', 'PHP']],
  ['Joomla', { body: '<meta name="generator" content="Joomla! - Open Source Content Management">' }, ['Joomla', 'PHP']],
  ['TYPO3', { body: '<!-- This website is powered by TYPO3 - inspiring people to share! -->' }, ['PHP', 'TYPO3']],
  [
    'libraries by the addresses of CDNs',
    {
      body: `<script src="https://cdnjs.cloudflare.com/ajax/libs/jquery/3.3.1/jquery.min.js"></script>
        <script src="https://cdn.jsdelivr.net/npm/bootstrap@5/dist/js/bootstrap.bundle.min.js"></script>
        <script src="https://unpkg.com/left-pad@1.3.0/index.js"></script>
        <script src="https://ajax.googleapis.com/ajax/libs/angularjs/1.8.2/angular.min.js"></script>`,
    },
    [
      'AngularJS 1.8.2',
      'Bootstrap 5.x',
      'cdnjs',
      'Google Hosted Libraries',
      'jQuery 3.3.1',
      'jsDelivr',
      'left-pad 1.3.0',
      'UNPKG',
    ],
  ],
  [
    'two versions of one library',
    { body: '<script src="/js/jquery-1.8.3.min.js"></script><script src="/js/jquery-3.7.1.js"></script>' },
    ['jQuery 1.8.3', 'jQuery 3.7.1'],
  ],
  [
    'a line and a release of it are one',
    {
      body: '<script src="//cdn.jsdelivr.net/npm/vue@2/x.js"></script><script src="//cdn.jsdelivr.net/npm/vue@2.6.10/y.js"></script>',
    },
    ['jsDelivr', 'Vue 2.6.10'],
  ],
  [
    'phpMyAdmin',
    {
      body: '<title>phpMyAdmin</title><script src="js/messages.php?l=en&amp;v=5.2.1deb1"></script>',
      headers: { 'Set-Cookie': 'phpMyAdmin=1' },
    },
    ['PHP', 'phpMyAdmin 5.2.1~Debian'],
  ],
  ['Angular tells itself in the page', { body: '<app-root ng-version="12.2.17"></app-root>' }, ['Angular 12.2.17']],
  [
    'Next.js',
    { body: '<script id="__NEXT_DATA__" type="application/json">{}</script>', headers: { 'X-Powered-By': 'Next.js' } },
    ['Next.js', 'React'],
  ],
  ['words in a text are no signs', { body: '<p>We like nginx/1.18.0, WordPress 5.0 and jquery-1.8.3.min.js</p>' }, []],
]
for (const [name, options, expected] of CASES) {
  test(name, () => assert.deepEqual(told(options), expected))
}

test('several signs make sure; a hundred of one kind do not', () => {
  const [one] = listed(sightings({ headers: { 'Set-Cookie': 'PHPSESSID=1' } }))
  assert.equal(one!.confidence, 60)
  const many = listed(
    ...Array.from({ length: 100 }, (_, at) =>
      sightings({ url: `https://site.test/${at}`, headers: { 'Set-Cookie': 'PHPSESSID=1' } }),
    ),
  )
  assert.equal(many[0]!.confidence, 60)
  assert.equal(many[0]!.location_count, 100)
  assert.equal(many[0]!.locations.length, 20)
  const [both] = listed(sightings({ headers: { 'Set-Cookie': 'PHPSESSID=1', 'X-Powered-By': 'PHP/8.2.1' } }))
  assert.equal(both!.confidence, 96)
})

test('a page that names ten thousand libraries stays a list of a thousand', () => {
  const body = Array.from(
    { length: 10_000 },
    (_, at) => `<script src="https://unpkg.com/p${at}@1.0.0/x.js"></script>`,
  ).join('')
  assert.equal(listed(sightings({ body })).length, 1_000)
})

test('at least 300 technologies are told, each by a sign, with a key of its own and a place to read about it', () => {
  assert.ok(TECHNOLOGIES.length >= 300, String(TECHNOLOGIES.length))
  assert.equal(new Set(TECHNOLOGIES.map(({ key }) => key)).size, TECHNOLOGIES.length)
  const keys = new Set(TECHNOLOGIES.map(({ key }) => key))
  const icons = new Set(FAVICONS.values())
  for (const {
    key,
    site,
    implies = [],
    headers,
    cookies,
    metas,
    scripts,
    assets,
    html,
    code,
    packages,
  } of TECHNOLOGIES) {
    assert.match(key, /^[a-z0-9-]+$/)
    assert.ok(URL.canParse(site), key)
    for (const one of implies) assert.ok(keys.has(one), `${key} implies ${one}`)
    const shown = headers ?? cookies ?? metas ?? scripts ?? assets ?? html ?? code ?? packages
    assert.ok(shown ?? icons.has(key), `${key} has no sign`)
  }
})

test('no pattern hangs on text that is made to make it hang', () => {
  const hostile = [
    'a',
    ' ',
    '<',
    '"',
    "'",
    '/',
    '1.',
    '-',
    'version:"1.0.0",',
    '/*! jQuery v',
    'VERSION = "',
    '\n * ',
  ].map((piece) => piece.repeat(Math.ceil(60_000 / piece.length)))
  for (const text of hostile) {
    for (const { key, headers, metas, scripts = [], assets = [], html = [], code = [] } of TECHNOLOGIES) {
      const patterns = [
        ...Object.values(headers ?? {}),
        ...Object.values(metas ?? {}),
        ...scripts,
        ...assets,
        ...html,
        ...code.map(({ pattern }) => pattern),
      ]
      for (const pattern of patterns) {
        if (pattern === true) continue
        const took = processorTime(() => pattern.exec(text))
        assert.ok(took < 5_000, `${key} ${pattern}: ${Math.round(took)} ms`)
      }
    }
  }
})
