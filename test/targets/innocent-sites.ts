import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** A server that answers for paths which are not there, in one of the ways that fool scanners. */
export interface InnocentSite {
  name: string
  answer(request: IncomingMessage, response: ServerResponse): void
}

const PAGE = `<!doctype html><html><head><title>Bakery</title></head><body><h1>Bakery</h1>${'<p>Bread and rolls.</p>'.repeat(20)}</body></html>`
const HTML = { 'Content-Type': 'text/html; charset=utf-8' }
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const words = () => Array.from({ length: 150 }, () => randomBytes(4).toString('hex').replace(/\d/g, 'k')).join(' ')

/** An article that quotes every secret there is, for readers. */
const TUTORIAL = `<!doctype html><html><head><title>How files leak</title></head><body><article>
<pre>[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = https://user:password@git.example/x.git</pre>
<pre>DB_PASSWORD=Vr7kq2LmZx9\nAPP_KEY=base64:q3Zt8Kx1Lw0sPb7VnR2yHd5GfJ9mC</pre>
<pre>-----BEGIN RSA PRIVATE KEY-----\nMIIB...\n-----END RSA PRIVATE KEY-----</pre>
<pre># HELP go_goroutines x\n# TYPE go_goroutines gauge\ngo_goroutines 7</pre>
<pre>services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: Vr7kq2LmZx9</pre>
<pre>&lt;title&gt;phpMyAdmin&lt;/title&gt; CREATE TABLE users (id int); INSERT INTO users VALUES (1);</pre></article></body></html>`

export const INNOCENT_SITES: readonly InnocentSite[] = [
  {
    name: 'an honest 404',
    answer: (_, response) => response.writeHead(404, HTML).end('<h1>Not found</h1>'),
  },
  {
    name: 'one page for everything (single-page application)',
    answer: (_, response) => response.writeHead(200, HTML).end(PAGE),
  },
  {
    name: 'one page for everything, with a nonce and a time in it',
    answer: (_, response) =>
      response
        .writeHead(200, HTML)
        .end(
          PAGE.replace('<body>', `<body data-nonce="${randomBytes(12).toString('base64')}"><time>${Date.now()}</time>`),
        ),
  },
  { name: 'everyone to the log-in', answer: (_, response) => response.writeHead(302, { Location: '/login' }).end() },
  { name: 'everyone to the start page', answer: (_, response) => response.writeHead(301, { Location: '/' }).end() },
  {
    name: 'an error page that repeats the path',
    answer: ({ url }, response) =>
      response
        .writeHead(200, HTML)
        .end(
          `<!doctype html><html><title>${escaped(url!)}</title><h1>We looked for ${escaped(url!)} everywhere</h1></html>`,
        ),
  },
  {
    name: 'the path as plain text',
    answer: ({ url }, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(`You asked for ${url}\n`),
  },
  {
    name: 'JSON for everything',
    answer: ({ url }, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ status: 'error', path: url, message: 'no such resource', data: null })),
  },
  {
    name: 'a firewall’s page with 200',
    answer: (_, response) =>
      response
        .writeHead(200, HTML)
        .end(
          `<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Your support ID is: ${randomBytes(8).readBigUInt64BE()}</body></html>`,
        ),
  },
  {
    name: 'a firewall that refuses what looks like an attack',
    answer: ({ url }, response) =>
      /\.(?:git|env|sql|bak|zip)|phpinfo|config/.test(url!)
        ? response.writeHead(403, HTML).end('<h1>Blocked</h1>')
        : response.writeHead(404, HTML).end('<h1>Not found</h1>'),
  },
  {
    name: 'random words at every path',
    answer: (_, response) => response.writeHead(200, HTML).end(`<html><p>${words()}</p></html>`),
  },
  {
    name: 'random bytes at every path',
    answer: (_, response) =>
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(randomBytes(2_000)),
  },
  {
    name: 'the type that the ending asks for, and nothing of it',
    answer: ({ url }, response) => {
      const ending = /\.(\w+)$/.exec(url!)?.[1] ?? ''
      const type = { json: 'application/json', zip: 'application/zip', sql: 'application/sql', xml: 'text/xml' }[ending]
      response.writeHead(200, { 'Content-Type': type ?? 'text/plain' }).end(ending === 'json' ? '{}' : '')
    },
  },
  {
    name: 'an archive for every archive’s name',
    answer: ({ url }, response) =>
      /\.(?:zip|gz|tgz|7z|rar)$/.test(url!)
        ? response
            .writeHead(200, { 'Content-Type': 'application/zip' })
            .end(url!.endsWith('gz') ? gzipSync(PAGE) : Buffer.from('PK\x03\x04nothing', 'latin1'))
        : response.writeHead(404, HTML).end('<h1>Not found</h1>'),
  },
  {
    name: 'a trap that answers as whatever is asked for',
    answer: ({ url }, response) => {
      const baits: [RegExp, string][] = [
        [/\/\.env/, 'DB_PASSWORD=Vr7kq2LmZx9\n'],
        [/\/\.[\w-]+$/, 'DB_PASSWORD=Vr7kq2LmZx9\n'],
        [/\/\.git\//, 'ref: refs/heads/main\n[core]\n'],
        [/\.sql$/, 'CREATE TABLE `users` (\n);\nINSERT INTO `users` VALUES (1);\n'],
        [/\.log$/, '2026/01/09 10:00:00 [error] 12#12: *7 open() failed\n'],
        [/\.php(?:\.|~)/, "<?php\ndefine('DB_PASSWORD', 'Vr7kq2LmZx9');\n"],
      ]
      const bait = baits.find(([pattern]) => pattern.test(url!))?.[1]
      response.writeHead(bait ? 200 : 404, { 'Content-Type': 'text/plain' }).end(bait ?? 'Not found')
    },
  },
  { name: 'a page about leaks at every path', answer: (_, response) => response.writeHead(200, HTML).end(TUTORIAL) },
  {
    name: 'a wiki with a page of every name',
    answer: ({ url }, response) =>
      response
        .writeHead(200, HTML)
        .end(
          `<!doctype html><html><head><title>${escaped(url!)} - Wiki</title></head><body><h1>${escaped(url!)}</h1><p>${words()}</p>${TUTORIAL}</body></html>`,
        ),
  },
  {
    name: 'examples that are meant to be read',
    answer: ({ url }, response) => {
      const files: Record<string, string> = {
        '/.env': 'DB_PASSWORD=your-password-here\nAPP_KEY=changeme\n',
        '/config.json': '{"apiBase":"/api","theme":"dark","token":"%TOKEN%"}',
        '/.npmrc': 'registry=https://registry.npmjs.org/\nsave-exact=true\n',
        '/health': '{"status":"UP"}',
        '/actuator/health': '{"status":"UP"}',
        '/backup/': '<html><title>Backup service</title><a href="/client.zip">Our client</a></html>',
        '/login': '<html><title>Log in</title><form><input type="password" name="password"></form></html>',
        '/status': '{"ok":true}',
        '/api/status': '{"name":"bakery","status":"open"}',
        '/core': 'Our core values',
      }
      const file = files[url!]
      response
        .writeHead(file ? 200 : 404, { 'Content-Type': file?.startsWith('<') ? 'text/html' : 'text/plain' })
        .end(file ?? 'Not found')
    },
  },
  { name: 'empty answers', answer: (_, response) => response.writeHead(200).end() },
  { name: 'no content', answer: (_, response) => response.writeHead(204).end() },
  { name: 'an error for everything', answer: (_, response) => response.writeHead(500, HTML).end(TUTORIAL) },
  { name: 'closed in mid-air', answer: (request) => request.socket.destroy() },
]

/** The start page that all of them have. */
export const INNOCENT_START = PAGE
