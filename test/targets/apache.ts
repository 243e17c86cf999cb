import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeCertificate, makeChain } from '../../packages/scanner/test/certificates.ts'
import { freePort, startDaemon } from './daemon.ts'
import { linesOf, type ServerTarget } from './nginx.ts'
import { PERFECT_HOST, PERFECT_PAGE, perfectHeaders, perfectSecurityTxt, startPerfectZone } from './perfect-site.ts'

const MODULES = '/usr/lib/apache2/modules'
const DAY = 86_400_000 // milliseconds

/** Apache as it should be. */
export async function startGoodApache(): Promise<ServerTarget> {
  const now = Date.now()
  const { root, intermediate, leaf } = makeChain({
    names: [PERFECT_HOST, '127.0.0.1'],
    not_before: new Date(now - 5 * DAY),
    not_after: new Date(now + 60 * DAY),
  })
  const headers = Object.entries(perfectHeaders()).map(([name, value]) => `Header always set ${name} "${value}"`)
  const zone = await startPerfectZone()
  const notFound =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><h1>Not found</h1></html>'
  const server = await startApache({
    certificate: { key: leaf.key, cert: leaf.cert + intermediate.cert },
    modules: ['headers', 'http2'],
    files: {
      'www/index.html': PERFECT_PAGE,
      'www/about.html':
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>About</title><h1>About us</h1></html>',
      'www/404.html': notFound,
      'www/site.css': 'body { font-family: sans-serif }\n',
      'www/site.js': "document.documentElement.classList.add('ready')\n",
      'www/robots.txt': 'User-agent: *\nAllow: /\n',
      'www/.well-known/security.txt': perfectSecurityTxt(),
    },
    server: `
      Protocols h2 http/1.1
      SSLProtocol TLSv1.2 TLSv1.3
      SSLCipherSuite ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384
      SSLHonorCipherOrder on
      SSLSessionTickets off
      TraceEnable off
      ErrorDocument 404 /404.html
      ${headers.join('\n')}
      <Location "/">
        <LimitExcept GET>
          Require all denied
        </LimitExcept>
      </Location>
    `,
    tokens: 'Prod',
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

/** Apache as it is found: TRACE, status and info for all, folders listed, files of the server itself in the root. */
export async function startBadApache(): Promise<ServerTarget> {
  const leaf = makeCertificate({ names: ['localhost'], key: { rsa: 1024 }, digest: 'sha1' })
  const server = await startApache({
    certificate: leaf,
    modules: ['headers', 'status', 'info', 'autoindex', 'dav', 'dav_fs'],
    files: {
      'www/index.html':
        '<!doctype html><html><head><title>Intranet</title></head><body><a href="/docs/">Documents</a></body></html>',
      'www/docs/manual.txt': 'Manual\n',
      'www/upload/readme.txt': 'Put files here\n',
      'www/.htpasswd': 'admin:$apr1$Zq1xT2Kd$0bq0gO0ZkZ3mJ9s4x6yq71\n',
      'www/wp-config.php.bak':
        "<?php\ndefine('DB_NAME', 'blog');\ndefine('DB_USER', 'blog');\ndefine('DB_PASSWORD', 'kX8vq2LmZr');\ndefine('DB_HOST', 'localhost');\n$table_prefix = 'wp_';\n",
    },
    server: `
      SSLProtocol all
      SSLCipherSuite ALL:@SECLEVEL=0
      TraceEnable on
      ServerSignature On
      FileETag All
      DavLockDB DavLock
      <Location "/server-status">
        SetHandler server-status
      </Location>
      <Location "/server-info">
        SetHandler server-info
      </Location>
      <Directory />
        Options +Indexes
      </Directory>
      <Location "/upload">
        Dav On
      </Location>
    `,
    tokens: 'Full',
  })
  return { url: `https://127.0.0.1:${server.port}/`, requests: server.requests, close: server.close }
}

interface ApacheOptions {
  certificate: { key: string; cert: string }
  /** Besides the few that any server needs. */
  modules: readonly string[]
  /** By path below the temporary folder; `www/` is the root. */
  files: Record<string, string>
  /** Directives of the server. */
  server: string
  /** How much it tells of itself. */
  tokens: 'Prod' | 'Full'
}

async function startApache({ certificate, modules, files, server, tokens }: ApacheOptions) {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-apache-'))
  chmodSync(folder, 0o755) // its workers run as nobody
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, 'key.pem'), certificate.key)
  writeFileSync(join(folder, 'cert.pem'), certificate.cert)
  const port = await freePort()
  const loaded = ['mpm_event', 'authz_core', 'mime', 'dir', 'ssl', 'socache_shmcb', ...modules]
  const user = process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''
  writeFileSync(
    join(folder, 'apache.conf'),
    `${loaded.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
    ServerRoot ${folder}
    DefaultRuntimeDir ${folder}
    PidFile apache.pid
    ServerName localhost
    ServerTokens ${tokens}
    ${user}
    ErrorLog ${folder}/error.log
    LogLevel crit
    LogFormat "%r" request
    CustomLog access.log request
    TypesConfig /dev/null
    AddType text/html .html
    AddType text/css .css
    AddType text/javascript .js
    AddDefaultCharset utf-8
    Listen 127.0.0.1:${port}
    SSLSessionCache none
    SSLEngine on
    SSLCertificateFile cert.pem
    SSLCertificateKeyFile key.pem
    DocumentRoot ${folder}/www
    <Directory />
      AllowOverride None
    </Directory>
    ${server}`,
  )
  const daemon = await startDaemon('/usr/sbin/apache2', ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'], port)
  return {
    port,
    requests: () => linesOf(join(folder, 'access.log')),
    async close() {
      await daemon.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
