import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'

/** Something that should not be served: its path, what stands there, and the finding that it must bring, once. */
export interface Planted {
  path: string
  body: string | Buffer
  type?: string
  /** `check outcome`, without the family. */
  finding: string
}

/** A site with one kind of software behind it, which the start page shows, and everything left open that such a site can leave open. */
export interface PlantedSite {
  name: string
  headers?: Record<string, string>
  start: string
  planted: readonly Planted[]
}

const PADDING = '<p>Fine goods since 1890, by hand and with care.</p>'.repeat(10)
const start = (more: string) =>
  `<!doctype html><html><head><title>Shop</title></head><body>${more}${PADDING}</body></html>`
const html = (path: string, body: string, finding: string): Planted => ({
  path,
  finding,
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html><head>${body}</body></html>`,
})
const json = (path: string, value: unknown, finding: string): Planted => ({
  path,
  finding,
  type: 'application/json',
  body: JSON.stringify(value),
})
const text = (path: string, body: string, finding: string): Planted => ({ path, body, finding, type: 'text/plain' })
const bytes = (path: string, body: Buffer, finding: string): Planted => ({
  path,
  body,
  finding,
  type: 'application/octet-stream',
})

const PASSWORD = 'Vr7kq2LmZx9'
const RSA = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString()
const PKCS8 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const ENV = `APP_NAME=Shop\nAPP_ENV=production\nDB_HOST=10.0.3.7\nDB_PASSWORD=${PASSWORD}\n`
const SQL = `-- MySQL dump 10.13  Distrib 8.0.36\nCREATE TABLE \`users\` (\n  \`id\` int\n);\nINSERT INTO \`users\` VALUES (1,'ann@shop.test');\n`
const COMPOSE = `services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_PASSWORD: ${PASSWORD}\n`

/** Databases as SQLite itself writes them. */
function sqlite(schema: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'lasthash-planted-'))
  try {
    const database = new DatabaseSync(join(folder, 'x.db'))
    database.exec(schema)
    database.close()
    return readFileSync(join(folder, 'x.db'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A ZIP archive with one stored file. */
function zip(name: string, content: string): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt32LE(content.length, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name + content)])
}

const ANYWHERE: readonly Planted[] = [
  text('/.git/HEAD', 'ref: refs/heads/main\n', 'git repository'),
  text(
    '/.git/config',
    '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://deploy:s3cretTok3n@git.shop.test/web.git\n',
    'git credentials',
  ),
  text('/.env', ENV, 'env-file secrets'),
  text('/api/.env', 'NODE_ENV=production\nPORT=3000\n', 'env-file settings'),
  text('/.hg/requires', 'dotencode\nfncache\ngeneraldelta\nrevlogv1\nstore\n', 'hg repository'),
  bytes(
    '/.svn/wc.db',
    sqlite('CREATE TABLE REPOSITORY (id INTEGER PRIMARY KEY, root TEXT); CREATE TABLE NODES (local_relpath TEXT);'),
    'svn repository',
  ),
  text(
    '/.bzr/README',
    'This is a Bazaar control directory.\nDo not change any files in this directory.\n',
    'bazaar repository',
  ),
  text('/CVS/Entries', '/index.html/1.3/Tue Jan  9 10:00:00 2024//\nD/images////\n', 'cvs working_copy'),
  bytes('/.DS_Store', Buffer.from('\0\0\0\x01Bud1\0\0\x10\0', 'latin1'), 'ds-store names'),
  text('/.htpasswd', 'ann:$apr1$q3Zt8Kx1$Lw0sPb7VnR2yHd5GfJ9mC.\n', 'htpasswd hashes'),
  text(
    '/.npmrc',
    `//registry.npmjs.org/:_authToken=${'q3Zt8Kx1Lw0sPb7VnR2yHd5GfJ9mCaTe4Uo'}\n`,
    'credentials credentials',
  ),
  text(
    '/.aws/credentials',
    `[default]\naws_access_key_id = AKIAQZ7X3M5K2WVB4TYN\naws_secret_access_key = ${'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'}\n`,
    'credentials credentials',
  ),
  text('/.git-credentials', `https://ann:${PASSWORD}@git.shop.test\n`, 'credentials credentials'),
  text('/.pypirc', `[pypi]\nusername = ann\npassword = ${PASSWORD}\n`, 'credentials credentials'),
  text(
    '/.s3cfg',
    `[default]\naccess_key = AKIAQZ7X3M5K2WVB4TYN\nsecret_key = ${'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'}\n`,
    'credentials credentials',
  ),
  json(
    '/auth.json',
    { 'http-basic': { 'repo.shop.test': { username: 'ann', password: PASSWORD } } },
    'credentials credentials',
  ),
  json(
    '/credentials.json',
    { type: 'service_account', project_id: 'shop', private_key: PKCS8.replace('MC4', `MC4${'A'.repeat(40)}`) },
    'credentials credentials',
  ),
  json(
    '/.docker/config.json',
    { auths: { 'registry.shop.test': { auth: 'YW5uOlZyN2txMkxt' } } },
    'credentials credentials',
  ),
  text(
    '/.kube/config',
    `apiVersion: v1\nkind: Config\nclusters:\n- cluster:\n    server: https://10.0.0.1:6443\n  name: shop\nusers:\n- name: ann\n  user:\n    token: eyJhbGciOiJSUzI1NiJ9\n`,
    'kubeconfig credentials',
  ),
  text('/id_rsa', RSA, 'private-key key'),
  text('/server.key', PKCS8, 'private-key key'),
  bytes('/keystore.jks', Buffer.from('feedfeed0000000200000001', 'hex'), 'key-store store'),
  bytes('/passwords.kdbx', Buffer.from('03d9a29a67fb4bb500000400', 'hex'), 'key-store store'),
  text(
    '/.ssh/authorized_keys',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJq3Zt8Kx1Lw0sPb7VnR2yHd5GfJ9mCaTe4UoWi6XvB ann@shop\n',
    'ssh-files names',
  ),
  text(
    '/.bash_history',
    'cd /var/www\nls -la\ngit pull\nsudo systemctl restart nginx\nexit\n',
    'shell-history commands',
  ),
  text('/config.json', JSON.stringify({ database: { password: PASSWORD } }), 'app-config credentials'),
  text('/docker-compose.yml', COMPOSE, 'docker-compose credentials'),
  text('/Dockerfile', 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "app.js"]\n', 'dockerfile steps'),
  text('/Procfile', 'web: node app.js\n', 'deployment-file steps'),
  text(
    '/secrets.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ndata:\n  password: SHVudGVyMjI=\n',
    'deployment-file credentials',
  ),
  json('/terraform.tfstate', { version: 4, terraform_version: '1.7.5', resources: [] }, 'terraform-state state'),
  text('/.gitlab-ci.yml', 'deploy:\n  stage: deploy\n  script:\n    - rsync -a . web:/srv\n', 'ci-config steps'),
  text(
    '/.github/workflows/deploy.yml',
    'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n',
    'ci-config steps',
  ),
  json(
    '/.vscode/sftp.json',
    { name: 'web', host: 'web.shop.test', username: 'ann', password: PASSWORD, remotePath: '/srv' },
    'editor-config credentials',
  ),
  text(
    '/.idea/workspace.xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<project version="4">\n  <component name="ChangeListManager">\n',
    'editor-config workspace',
  ),
  text('/.htaccess', 'RewriteEngine On\nRewriteRule ^old$ /new [R=301]\n', 'htaccess rules'),
  text('/nginx.conf', 'server {\n  listen 80;\n  root /srv/shop;\n}\n', 'server-config configuration'),
  json('/package.json', { name: 'shop', dependencies: { express: '4.17.0' } }, 'manifests names'),
  json('/package-lock.json', { name: 'shop', lockfileVersion: 3, packages: {} }, 'manifests versions'),
  text('/backup.sql', SQL, 'sql-dump data'),
  bytes('/backup.zip', zip('index.php', '<?php'), 'backup-archive archive'),
  bytes('/backup.tar.gz', gzipSync('site'.repeat(100)), 'backup-archive archive'),
  bytes('/dump.rdb', Buffer.from('REDIS0011\xfa\tredis-ver\x057.2.4', 'latin1'), 'memory-dump dump'),
  bytes('/db.sqlite3', sqlite('CREATE TABLE auth_user (id INTEGER PRIMARY KEY, email TEXT);'), 'database-file sqlite'),
  html(
    '/backup/',
    '<title>Index of /backup/</title></head><body><h1>Index of /backup/</h1><hr><pre><a href="../">../</a>\n<a href="2024.tar.gz">2024.tar.gz</a></pre>',
    'backup-folder listed',
  ),
  text('/error.log', '2026/01/09 10:00:00 [error] 12#12: *7 open() "/srv/shop/x" failed\n', 'log-file errors'),
  text(
    '/access.log',
    '203.0.113.7 - - [09/Jan/2026:10:00:00 +0100] "GET /account?token=7 HTTP/1.1" 200 512\n',
    'log-file visitors',
  ),
  text(
    '/nginx_status',
    'Active connections: 3 \nserver accepts handled requests\n 10 10 20 \nReading: 0 Writing: 1 Waiting: 2 \n',
    'nginx-status load',
  ),
  html(
    '/server-status',
    '<title>Apache Status</title></head><body><h1>Apache Server Status for shop.test (via 10.0.0.1)</h1><dl></dl>',
    'server-status load',
  ),
  text(
    '/metrics',
    '# HELP http_requests_total The total.\n# TYPE http_requests_total counter\nhttp_requests_total{code="200"} 7\n',
    'metrics metrics',
  ),
  html('/debug/pprof/', '<title>/debug/pprof/</title></head><body><p>goroutine</p><p>heap</p>', 'go-debug profiles'),
  json(
    '/openapi.json',
    { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, paths: {} },
    'api-description described',
  ),
  html('/graphiql', '<title>GraphiQL</title></head><body><div id="graphiql"></div>', 'graphql-console console'),
  html('/login', '<title>Grafana</title></head><body><script>window.grafanaBootData = {}</script>', 'panel login'),
]

export const PLANTED_SITES: readonly PlantedSite[] = [
  {
    name: 'files that any site can leave',
    headers: { 'X-Powered-By': 'Express' },
    start: start(''),
    planted: ANYWHERE,
  },
  {
    name: 'WordPress and PHP',
    headers: { 'X-Powered-By': 'PHP/8.2.1' },
    start: start(
      '<link rel="stylesheet" href="/wp-content/themes/x/style.css"><script src="/static/version17/x.js"></script><a href="/bakery/cart.php?id=7">cart</a>',
    ),
    planted: [
      text(
        '/wp-config.php.bak',
        `<?php\ndefine( 'DB_NAME', 'shop' );\ndefine( 'DB_PASSWORD', '${PASSWORD}' );\n`,
        'wp-config credentials',
      ),
      bytes('/.index.php.swp', Buffer.from('b0VIM 9.0\0\0', 'latin1'), 'backup-source source'),
      text('/config.php.bak', `<?php\n$db_password = '${PASSWORD}';\n`, 'php-config credentials'),
      text('/index.php~', "<?php\nrequire 'app.php';\n", 'backup-source source'),
      text(
        '/app/etc/local.xml',
        '<?xml version="1.0"?>\n<config><global><crypt><key><![CDATA[2f9a8b7c6d5e4f3a]]></key></crypt></global></config>\n',
        'magento-config credentials',
      ),
      text(
        '/app/config/parameters.yml',
        `parameters:\n    database_password: ${PASSWORD}\n    locale: en\n`,
        'app-config credentials',
      ),
      json('/composer.lock', { 'content-hash': 'x', packages: [] }, 'manifests versions'),
      text('/bakery/cart.php.bak', "<?php\nrequire 'app.php';\n", 'backup-source source'),
      bytes('/bakery.zip', zip('cart.php', '<?php'), 'backup-archive archive'),
      text('/.user.ini', 'memory_limit = 512M\n', 'server-config configuration'),
      text(
        '/wp-content/debug.log',
        '[09-Jan-2026 10:00:00 UTC] PHP Warning:  Undefined variable in /srv/x.php on line 7\n',
        'log-file errors',
      ),
      text(
        '/storage/logs/laravel.log',
        '[2026-01-09 10:00:00] production.ERROR: boom {"exception":"x"}\n',
        'log-file errors',
      ),
      html(
        '/telescope/requests',
        '<title>Telescope - Shop</title></head><body><div id="telescope"></div>',
        'laravel-debug telescope',
      ),
      html(
        '/_profiler/',
        '<title>Symfony Profiler</title></head><body class="sf-profiler">',
        'symfony-profiler profiler',
      ),
      html('/adminer.php', '<title>Login - Adminer</title></head><body><form></form>', 'database-console login'),
      html(
        '/phpmyadmin/',
        '<title>phpMyAdmin</title></head><body><input name="pma_username">',
        'database-console login',
      ),
      html(
        '/wp-admin/install.php',
        '<title>WordPress &rsaquo; Installation</title></head><body><form id="setup">',
        'install-wizard open',
      ),
      html(
        '/horizon',
        '<title>Horizon - Shop</title></head><body><script>window.Horizon = {}</script>',
        'open-service inside',
      ),
      html(
        '/wp-login.php',
        '<title>Log In</title></head><body><form name="loginform" id="loginform"><input name="log">',
        'panel login',
      ),
      text(
        '/status?full',
        'pool:                 www\nprocess manager:      dynamic\naccepted conn:        7\nrequest URI:          /account\n',
        'php-fpm-status requests',
      ),
    ],
  },
  {
    name: 'Java',
    headers: { 'Set-Cookie': 'JSESSIONID=ab; Path=/' },
    start: start(''),
    planted: [
      bytes('/heapdump.hprof', Buffer.from('JAVA PROFILE 1.0.2\0\0\0\0\x04', 'latin1'), 'memory-dump dump'),
      json(
        '/actuator',
        { _links: { self: { href: '/actuator' }, env: { href: '/actuator/env' } } },
        'spring-actuator structure',
      ),
      json('/actuator/env', { activeProfiles: ['prod'], propertySources: [] }, 'spring-actuator environment'),
      json('/actuator/httpexchanges', { exchanges: [{ request: {} }] }, 'spring-actuator requests'),
      text('/application.yml', `spring:\n  datasource:\n    password: ${PASSWORD}\n`, 'spring-config credentials'),
      text(
        '/WEB-INF/web.xml',
        '<?xml version="1.0"?>\n<web-app version="4.0"><servlet><servlet-name>x</servlet-name></servlet></web-app>\n',
        'web-inf descriptor',
      ),
      html(
        '/h2-console/',
        '<title>H2 Console</title></head><body><script>location.href = "login.jsp?jsessionid=7"</script>',
        'open-service control',
      ),
    ],
  },
  {
    name: 'ASP.NET',
    headers: { 'X-Powered-By': 'ASP.NET' },
    start: start(''),
    planted: [
      json(
        '/appsettings.json',
        { ConnectionStrings: { Default: `Server=db;Password=${PASSWORD};` }, Logging: {} },
        'appsettings credentials',
      ),
      text(
        '/web.config.bak',
        '<?xml version="1.0"?>\n<configuration><system.web><compilation debug="true" /></system.web></configuration>\n',
        'web-config settings',
      ),
      html(
        '/elmah.axd',
        '<title>Error log for /LM/W3SVC/1 on WEB1 (Page #1)</title></head><body><h1>ELMAH</h1>',
        'elmah errors',
      ),
      html(
        '/trace.axd',
        '<title>Trace</title></head><body><h1>Application Trace</h1><a href="Trace.axd?clear=1">clear</a>',
        'trace-axd requests',
      ),
    ],
  },
  {
    name: 'Ruby and Python',
    headers: { 'X-Runtime': '0.01', Via: 'gunicorn' },
    start: start('<meta name="csrf-param" content="authenticity_token"><input name="csrfmiddlewaretoken">'),
    planted: [
      text(
        '/config/database.yml',
        `production:\n  adapter: postgresql\n  password: ${PASSWORD}\n`,
        'rails-config credentials',
      ),
      text('/config/master.key', 'f3a9c4d1e8b75c6a9e0d4b2f7c1a8e5d', 'rails-config master_key'),
      text('/Gemfile', "source 'https://rubygems.org'\ngem 'rails'\n", 'manifests names'),
      html(
        '/rails/info/properties',
        '<title>Rails</title></head><body><table><tr><td class="name">Rails version</td><td class="value">7.1.3</td></tr></table>',
        'rails-info development',
      ),
      html('/sidekiq', '<title>Sidekiq</title></head><body><div class="navbar"></div>', 'open-service control'),
      html(
        '/console',
        '<title>Console // Werkzeug Debugger</title></head><body><script>var EVALEX = true, SECRET = "x";</script><h1>Interactive Console</h1>',
        'open-service control',
      ),
      text('/requirements.txt', 'Django==4.2.1\n', 'manifests versions'),
      text('/settings.py', "import os\nSECRET_KEY = 'x'\nINSTALLED_APPS = []\n", 'backup-source source'),
    ],
  },
  {
    name: 'services that ask for no log-in',
    start: '{"message":"page not found"}',
    headers: { 'Content-Type': 'application/json' },
    planted: [
      json('/containers/json', [{ Id: 'a7'.repeat(32), Names: ['/web'], ImageID: 'sha256:1' }], 'open-service control'),
      json('/api/v1/namespaces', { kind: 'NamespaceList', apiVersion: 'v1', items: [] }, 'open-service control'),
      json('/v1/agent/self', { Config: { Datacenter: 'dc1', NodeName: 'n1' } }, 'open-service control'),
      json('/v2/keys', { action: 'get', node: { dir: true } }, 'open-service data'),
      json('/v2/_catalog', { repositories: ['shop'] }, 'open-service data'),
      json(
        '/api/status',
        { name: 'kibana', uuid: 'x', version: { number: '8.1.0', build_hash: 'abc' }, status: {} },
        'open-service data',
      ),
      json('/api/org', { id: 1, name: 'Main Org.', address: { address1: '' } }, 'open-service inside'),
      json('/api/v1/status/config', { status: 'success', data: { yaml: 'global: {}' } }, 'open-service inside'),
      json('/api/json', { _class: 'hudson.model.Hudson', jobs: [] }, 'open-service inside'),
      text('/_cat/indices', 'green open orders kq3Zt8Kx1Lw0sPb7VnR2yQ 1 1 31 0 5kb 5kb\n', 'open-service data'),
      json('/_all_dbs', ['_replicator', '_users', 'shop'], 'open-service data'),
      json('/ws/v1/cluster/info', { clusterInfo: { id: 1, resourceManagerVersion: '3.3.6' } }, 'open-service control'),
      json('/api/overview', { management_version: '3.12', rabbitmq_version: '3.12' }, 'open-service control'),
      json('/api/tags', { models: [{ name: 'llama3', digest: 'ab'.repeat(32) }] }, 'open-service control'),
    ],
  },
]
