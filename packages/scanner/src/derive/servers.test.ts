import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PageOptions, page } from '../../test/evidence.ts'
import { parseHtml } from './html.ts'
import { type ServerName, seenServers } from './servers.ts'

const CASES: readonly [name: string, page: PageOptions, expected: ServerName[]][] = [
  ['nothing to go by', { headers: { Server: 'gws' } }, []],
  ['nginx with version', { headers: { Server: 'nginx/1.24.0 (Ubuntu)' } }, ['nginx']],
  ['openresty is nginx', { headers: { Server: 'openresty' } }, ['nginx']],
  [
    'Apache with modules',
    { headers: { Server: 'Apache/2.4.6 (CentOS) OpenSSL/1.0.2k-fips PHP/7.4.3' } },
    ['apache', 'php'],
  ],
  ['Tomcat is no Apache httpd', { headers: { Server: 'Apache-Coyote/1.1' } }, []],
  ['a comment is no product', { headers: { Server: 'Server (nginx PHP/8)' } }, []],
  ['IIS', { headers: { Server: 'Microsoft-IIS/10.0', 'X-Powered-By': 'ASP.NET' } }, ['iis']],
  ['ASP.NET behind nginx', { headers: { Server: 'nginx', 'X-AspNet-Version': '4.0.30319' } }, ['nginx', 'iis']],
  [
    'Caddy as a proxy tells itself in Via',
    { headers: { Via: '1.1 Caddy', 'X-Powered-By': 'Express' } },
    ['caddy', 'express'],
  ],
  [
    'Cloudflare hides the rest but not the cookie',
    { headers: { Server: 'cloudflare', 'CF-RAY': 'x', 'Set-Cookie': 'PHPSESSID=1; path=/' } },
    ['cloudflare', 'php'],
  ],
  [
    'WordPress by its Link',
    { headers: { Server: 'nginx', Link: '<https://site.test/wp-json/>; rel="https://api.w.org/"' } },
    ['nginx', 'php', 'wordpress'],
  ],
  ['WordPress by generator', { body: '<meta name="generator" content="WordPress 6.4.2">' }, ['php', 'wordpress']],
  [
    'WordPress by its own assets',
    { body: '<link rel=stylesheet href=/wp-content/themes/x/style.css>' },
    ['php', 'wordpress'],
  ],
  ["another site's WordPress assets", { body: '<script src=https://other.test/wp-content/x.js></script>' }, []],
  ['a page about WordPress', { body: '<p>WordPress, /wp-content/, X-Powered-By: PHP</p>' }, []],
  [
    'Django by its token',
    { body: '<form method=post><input type=hidden name=csrfmiddlewaretoken value=x></form>' },
    ['django'],
  ],
  ['Rails by its meta', { body: '<meta name="csrf-param" content="authenticity_token">' }, ['rails']],
  ['Express by its session', { headers: { 'Set-Cookie': 'connect.sid=s%3Ax; Path=/; HttpOnly' } }, ['express']],
  ['PHP by the path', { url: 'https://site.test/index.php' }, ['php']],
]

for (const [name, options, expected] of CASES)
  test(`servers: ${name}`, () => {
    const seen = page(options)
    assert.deepEqual(seenServers(seen, parseHtml(seen.body, seen.url)), expected)
  })
