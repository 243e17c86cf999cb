import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, createReadStream, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { scan } from '../packages/scanner/src/index.ts'
import { startHttp } from '../packages/scanner/test/servers.ts'

// What real software leaves open: repositories as git makes them, status pages as nginx, Apache and PHP write them.
const skip = process.env.LASTHASH_TEST_ALL === '1' ? false : 'needs git, nginx, Apache and PHP: npm run test:all'
const DEADLINE = 15_000 // milliseconds for a server to answer first

const folder = mkdtempSync(join(tmpdir(), 'lasthash-exposed-'))
const running: ChildProcess[] = []

before(() => {
  if (skip) return
  chmodSync(folder, 0o755) // the workers of nginx run as somebody else
  for (const name of ['site', 'logs', 'site/backup']) mkdirSync(join(folder, name), { recursive: true })
})
after(async () => {
  for (const child of running) {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    if (child.exitCode === null && child.kill('SIGTERM')) await gone
  }
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts a server in the foreground and waits until it answers. */
async function run(command: string, args: readonly string[], port: number): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  running.push(child)
  let complaints = ''
  child.stderr!.on('data', (chunk) => {
    complaints += chunk
  })
  const origin = `http://127.0.0.1:${port}`
  const deadline = Date.now() + DEADLINE
  for (;;) {
    try {
      await fetch(origin)
      return origin
    } catch {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${command} does not answer: ${complaints}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function exposuresOf(origin: string): Promise<string[]> {
  const { findings } = await scan({
    url: origin,
    type: 'full',
    scanId: 'scan_real',
    allowPrivate: true,
    perSecond: 10_000,
  })
  return findings
    .filter(({ check }) => check.startsWith('exposure/'))
    .flatMap(({ check, outcome, locations }) =>
      locations.map(({ url }) => `${check.slice('exposure/'.length)} ${outcome} ${new URL(url).pathname}`),
    )
    .sort()
}

test('a repository that git made', { skip }, async (t) => {
  const work = join(folder, 'work')
  mkdirSync(work)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@site.test', ...args], {
      cwd: work,
      stdio: 'pipe',
    })
  git('init', '--quiet', '--initial-branch=main')
  writeFileSync(join(work, 'index.html'), '<h1>Home</h1>')
  git('add', '.')
  git('commit', '--quiet', '-m', 'First')
  git('remote', 'add', 'origin', 'https://ann:s3cretTok3n@git.site.test/web.git')
  const server = await startHttp((request, response) => {
    const path = join(work, request.url === '/' ? 'index.html' : decodeURI(request.url!.split('?')[0]!))
    const isFile = path.startsWith(work) && statSync(path, { throwIfNoEntry: false })?.isFile()
    if (isFile) createReadStream(path).pipe(response)
    else response.writeHead(404).end('Not found')
  })
  t.after(() => server.close())
  assert.deepEqual(await exposuresOf(server.origin), [
    'git credentials /.git/config',
    'git repository /.git/HEAD',
    'git repository /.git/index',
    'git repository /.git/logs/HEAD',
  ])
})

test('phpinfo() and an error log of PHP', { skip }, async () => {
  const site = join(folder, 'php')
  mkdirSync(site)
  writeFileSync(
    join(site, 'index.php'),
    `<?php header('X-Site: 1'); echo '<html><title>Home</title>${'<p>words</p>'.repeat(60)}</html>';`,
  )
  writeFileSync(join(site, 'phpinfo.php'), '<?php phpinfo();')
  writeFileSync(
    join(site, 'router.php'),
    "<?php if (!is_file(__DIR__ . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) && $_SERVER['REQUEST_URI'] !== '/') { http_response_code(404); echo 'Not found'; return true; } return false;",
  )
  execFileSync('php', [
    '-d',
    'log_errors=1',
    '-d',
    `error_log=${join(site, 'error_log')}`,
    '-r',
    'trigger_error("boom");',
  ])
  const port = await freePort()
  const origin = await run('php', ['-S', `127.0.0.1:${port}`, '-t', site, join(site, 'router.php')], port)
  assert.deepEqual(await exposuresOf(origin), ['log-file errors /error_log', 'phpinfo settings /phpinfo.php'])
})

test('nginx with its status, a listing of backups, and its default page', { skip }, async () => {
  const site = join(folder, 'site')
  writeFileSync(
    join(site, 'index.html'),
    '<!DOCTYPE html><html><head><title>Welcome to nginx!</title></head><body><p><em>Thank you for using nginx.</em></p></body></html>',
  )
  execFileSync('tar', ['czf', join(site, 'backup/2026.tar.gz'), '-C', site, 'index.html'])
  const port = await freePort()
  const config = join(folder, 'nginx.conf')
  writeFileSync(
    config,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/logs/nginx.log; worker_processes 1; events {}
    http { access_log off; client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c; uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
      server { listen 127.0.0.1:${port}; root ${site}; location /nginx_status { stub_status; } location /backup/ { autoindex on; } } }`,
  )
  const origin = await run('nginx', ['-c', config, '-p', folder, '-e', join(folder, 'logs/start.log')], port)
  assert.deepEqual(await exposuresOf(origin), [
    'backup-folder listed /backup/',
    'default-page unconfigured /',
    'nginx-status load /nginx_status',
  ])
})

test('Apache with its status and its information', { skip }, async () => {
  const site = join(folder, 'apache')
  mkdirSync(site)
  writeFileSync(join(site, 'index.html'), '<html><body><h1>It works!</h1></body></html>\n')
  const port = await freePort()
  const config = join(folder, 'httpd.conf')
  const modules = ['mpm_event', 'authz_core', 'status', 'info', 'mime', 'dir']
  writeFileSync(
    config,
    `ServerRoot ${folder}\nServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${folder}/apache.pid\nErrorLog ${folder}/logs/apache.log
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types\nDocumentRoot ${site}\nExtendedStatus On\nDirectoryIndex index.html
<Location /server-status>\nSetHandler server-status\n</Location>\n<Location /server-info>\nSetHandler server-info\n</Location>\n`,
  )
  const origin = await run('apache2', ['-X', '-f', config], port)
  assert.deepEqual(await exposuresOf(origin), [
    'default-page unconfigured /',
    'server-info configuration /server-info',
    'server-status requests /server-status',
  ])
})
