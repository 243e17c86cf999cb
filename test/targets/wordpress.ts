import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { until } from '../../packages/scanner/test/servers.ts'
import { type Daemon, freePort, startDaemon } from './daemon.ts'

const run = promisify(execFile)
const WORDPRESS = '/usr/share/wordpress' // Debian's package
const THEME = '/usr/share/wordpress/wp-content/themes/twentytwentythree'
const PHPMYADMIN = '/usr/share/phpmyadmin'

export interface PhpSite {
  url: string
  close(): Promise<void>
}

/** Starts PHP's own server on a folder, in a process group of its own: its workers outlive it otherwise. */
async function servePhp(folder: string): Promise<{ url: string; daemon: Daemon }> {
  const port = await freePort()
  const child = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    stdio: 'ignore',
    detached: true,
  })
  const gone = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  const url = `http://127.0.0.1:${port}/`
  await until(
    () =>
      fetch(url, { redirect: 'manual' }).then(
        () => true,
        () => false,
      ),
    'PHP to answer',
    20_000,
  )
  return {
    url,
    daemon: {
      async close() {
        if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
        await gone
      },
    },
  }
}

/**
 * WordPress from Debian on a database of its own, as people leave it: two users with posts, an old plugin (ours: only its
 * readme and a script), registration open, a debug log. Packages: wordpress, a theme, php-cli, php-mysql, mariadb-server.
 */
export async function startWordPress(): Promise<PhpSite> {
  const folder = await mkdtemp(join(tmpdir(), 'lasthash-wordpress-'))
  const daemons: Daemon[] = []
  const close = async () => {
    for (const daemon of daemons.reverse()) await daemon.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const database = await startMariaDb(join(folder, 'data'))
    daemons.push(database.daemon)
    await run('mariadb', ['-S', database.socket, '-e', 'CREATE DATABASE wordpress'])
    const root = join(folder, 'site')
    await cp(WORDPRESS, root, { recursive: true, dereference: true })
    await cp(THEME, join(root, 'wp-content/themes/twentytwentythree'), {
      recursive: true,
      dereference: true,
      force: true,
    })
    await plantPlugin(join(root, 'wp-content/plugins/wp-file-manager'))
    await writeFile(
      join(root, 'wp-content/debug.log'),
      '[12-Jan-2026 10:11:12 UTC] PHP Warning:  Undefined variable $x in /srv/www/wp-content/x.php on line 3\n',
    )
    const { url, daemon } = await servePhp(root)
    daemons.push(daemon)
    await writeFile(join(root, 'wp-config.php'), configuration(database.port, url))
    await writeFile(join(folder, 'install.php'), installation(root))
    await run('php', [join(folder, 'install.php')], { env: { ...process.env, HTTP_HOST: new URL(url).host } })
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** phpMyAdmin from Debian, with no database behind it: its log-in page. */
export async function startPhpMyAdmin(): Promise<PhpSite> {
  const { url, daemon } = await servePhp(PHPMYADMIN)
  return { url, close: () => daemon.close() }
}

async function startMariaDb(data: string): Promise<{ port: number; socket: string; daemon: Daemon }> {
  await run('mariadb-install-db', [
    `--datadir=${data}`,
    '--user=root',
    '--skip-test-db',
    '--auth-root-authentication-method=normal',
  ])
  const port = await freePort()
  const socket = join(data, 's')
  const daemon = await startDaemon(
    'mariadbd',
    [
      '--no-defaults',
      '--user=root',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--port=${port}`,
      `--pid-file=${data}/pid`,
      '--bind-address=127.0.0.1',
      '--skip-grant-tables',
      '--skip-log-bin',
      '--innodb-buffer-pool-size=32M',
    ],
    port,
  )
  return { port, socket, daemon }
}

/** A plugin of ours by a name that is known for a flaw: nothing of the real one is in it. */
async function plantPlugin(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'readme.txt'),
    '=== File Manager ===\nContributors: nobody\nStable tag: 6.0\n\nA stand-in.\n',
  )
  await writeFile(
    join(folder, 'file_manager.php'),
    "<?php\n/* Plugin Name: File Manager\nVersion: 6.0 */\nadd_action('wp_enqueue_scripts', function () { wp_enqueue_script('fm', plugins_url('fm.js', __FILE__), ['jquery'], '6.0'); });\n",
  )
  await writeFile(join(folder, 'fm.js'), '/* nothing */\n')
}

function configuration(port: number, url: string): string {
  return `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', '127.0.0.1:${port}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $key) define($key, 'only for a test');
define('WP_HOME', '${url.replace(/\/$/, '')}'); define('WP_SITEURL', WP_HOME);
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`
}

function installation(root: string): string {
  return `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = getenv('HTTP_HOST');
require '${root}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() { return true; }
wp_install('A shop', 'admin', 'admin@example.org', true, '', 'not-a-secret');
update_option('active_plugins', ['wp-file-manager/file_manager.php', 'akismet/akismet.php']);
update_option('users_can_register', 1);
update_option('permalink_structure', '');
switch_theme('twentytwentythree');
$eve = wp_create_user('eve', 'not-a-secret', 'eve@example.org');
wp_insert_post(['post_title' => 'News', 'post_content' => 'Hello', 'post_status' => 'publish', 'post_author' => $eve]);
`
}
