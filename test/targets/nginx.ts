import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeCertificate, makeChain } from '../../packages/scanner/test/certificates.ts'
import { freePort, startDaemon } from './daemon.ts'
import { PERFECT_HOST, PERFECT_PAGE, perfectHeaders, perfectSecurityTxt, startPerfectZone } from './perfect-site.ts'

export interface ServerTarget {
  url: string
  /** The same without a name, for tools that have no name server to ask. Default `url`. */
  address?: string
  /** PEM of the authority to be trusted, where there is one. */
  authority?: string
  /** `LASTHASH_DNS_SERVERS`, where names are needed. */
  dnsServer?: string
  /** How many requests it has answered so far, by its own log. */
  requests(): number
  close(): Promise<void>
}

const DAY = 86_400_000 // milliseconds

/** nginx as it should be: TLS 1.2 and 1.3 only, every header, nothing to find. */
export async function startGoodNginx(): Promise<ServerTarget> {
  const now = Date.now()
  const { root, intermediate, leaf } = makeChain({
    names: [PERFECT_HOST, '127.0.0.1'],
    not_before: new Date(now - 5 * DAY),
    not_after: new Date(now + 60 * DAY),
  })
  const headers = Object.entries(perfectHeaders())
    .map(([name, value]) => `add_header ${name} "${value}" always;`)
    .join('\n')
  const zone = await startPerfectZone()
  const server = await startNginx({
    certificate: { key: leaf.key, cert: leaf.cert + intermediate.cert },
    files: {
      'www/index.html': PERFECT_PAGE,
      'www/about': '<!doctype html><html lang="en"><meta charset="utf-8"><title>About</title><h1>About us</h1></html>',
      'www/site.css': 'body { font-family: sans-serif }\n',
      'www/site.js': "document.documentElement.classList.add('ready')\n",
      'www/404.html':
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><h1>Not found</h1></html>',
      'www/robots.txt': 'User-agent: *\nAllow: /\n',
      'www/.well-known/security.txt': perfectSecurityTxt(),
    },
    server: `
      ssl_protocols TLSv1.2 TLSv1.3;
      ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305;
      ssl_prefer_server_ciphers on;
      ssl_session_tickets off;
      server_tokens off;
      charset utf-8;
      default_type "text/html";
      error_page 404 /404.html;
      error_page 405 =405 @refused;
      ${headers}
      location / { limit_except GET { deny all; } }
      location = /404.html { internal; }
      location @refused { return 405; }
    `,
  })
  return {
    url: `https://${PERFECT_HOST}:${server.port}/`,
    authority: root.cert,
    address: `https://127.0.0.1:${server.port}/`,
    dnsServer: zone.address,
    requests: server.requests,
    close: async () => void (await Promise.all([server.close(), zone.close()])),
  }
}

/** nginx as it is found: old protocols, an expired certificate, folders listed, status open, a repository in the root. */
export async function startBadNginx(): Promise<ServerTarget> {
  const now = Date.now()
  const leaf = makeCertificate({
    names: ['shop.example'],
    key: { rsa: 2048 },
    not_before: new Date(now - 400 * DAY),
    not_after: new Date(now - 20 * DAY),
  })
  const server = await startNginx({
    certificate: leaf,
    files: {
      'www/index.html':
        '<!doctype html><html><head><meta charset="utf-8"><title>Shop</title><script src="http://cdn.shop.example/old.js"></script></head>' +
        '<body><form action="/login" method="post"><input name="user"><input type="password" name="password"></form>' +
        '<a href="/files/">Files</a></body></html>',
      'www/files/price-list.txt': 'Price list\n',
      'www/files/backup/notes.txt': 'Notes\n',
      'www/.env': 'APP_KEY=base64:Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE=\nDB_PASSWORD=kX8vq2LmZr\n',
      'www/backup.sql':
        '-- MySQL dump 10.13  Distrib 8.0.36\nCREATE TABLE `users` (`id` int);\nINSERT INTO `users` VALUES (1);\n',
    },
    prepare(folder) {
      const www = join(folder, 'www')
      const git = (...args: string[]) =>
        execFileSync('git', ['-C', www, '-c', 'user.name=a', '-c', 'user.email=a@shop.example', ...args], {
          stdio: 'ignore',
        })
      git('init')
      git('add', 'index.html')
      git('commit', '-m', 'First')
    },
    server: `
      ssl_protocols TLSv1 TLSv1.1 TLSv1.2;
      ssl_ciphers "ALL:!aNULL:@SECLEVEL=0";
      autoindex on;
      add_header Set-Cookie "PHPSESSID=4f9a1c7e2b8d6053; path=/";
      add_header X-Powered-By "PHP/7.4.3";
      add_header Access-Control-Allow-Origin $http_origin;
      add_header Access-Control-Allow-Credentials true;
      location = /nginx_status { stub_status; }
    `,
  })
  return { url: `https://127.0.0.1:${server.port}/`, requests: server.requests, close: server.close }
}

interface NginxOptions {
  certificate: { key: string; cert: string }
  /** By path below the temporary folder; `www/` is the root. */
  files: Record<string, string>
  prepare?(folder: string): void
  /** Directives of the server block. */
  server: string
}

async function startNginx({ certificate, files, prepare, server }: NginxOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-nginx-'))
  chmodSync(folder, 0o755) // its workers run as nobody
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  prepare?.(folder)
  writeFileSync(join(folder, 'key.pem'), certificate.key)
  writeFileSync(join(folder, 'cert.pem'), certificate.cert)
  const port = await freePort()
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path tmp;`)
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid nginx.pid; error_log stderr crit; worker_processes 1;
    events { worker_connections 256; }
    http {
      ${temporary.join(' ')}
      types { text/html html; text/css css; text/javascript js; text/plain txt; }
      access_log access.log;
      server {
        listen 127.0.0.1:${port} ssl http2;
        ssl_certificate cert.pem; ssl_certificate_key key.pem;
        root ${folder}/www;
        ${server}
      }
    }`,
  )
  const daemon = await startDaemon(
    '/usr/sbin/nginx',
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
    port,
  )
  return {
    port,
    requests: () => linesOf(join(folder, 'access.log')),
    async close() {
      await daemon.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Lines of a log; none where it was not written yet. */
export function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
}
