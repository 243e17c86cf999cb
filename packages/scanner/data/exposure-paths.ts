/** One place that should not be served to strangers, and what it would give away. */
export interface ExposurePath {
  /** From the root of the website, beginning with a slash. */
  path: string
  reason: string
  /** Group, for the checks that judge the answers. */
  kind:
    | 'version_control'
    | 'environment'
    | 'backup'
    | 'configuration'
    | 'manifest'
    | 'credential'
    | 'debug'
    | 'log'
    | 'status'
    | 'actuator'
    | 'api_description'
    | 'console'
}

/** The order is the order of asking: what leaks most comes first, so that a budget that runs out costs least. */
export const EXPOSURE_PATHS: readonly ExposurePath[] = [
  {
    kind: 'version_control',
    path: '/.git/HEAD',
    reason: 'With the repository readable, all source and its history can be fetched.',
  },
  {
    kind: 'version_control',
    path: '/.git/config',
    reason: 'Names remotes, and often holds a token in the address of one.',
  },
  { kind: 'version_control', path: '/.git/index', reason: 'Lists every file of the project.' },
  {
    kind: 'version_control',
    path: '/.git/logs/HEAD',
    reason: 'Lists commits with names and mail addresses of the authors.',
  },
  {
    kind: 'version_control',
    path: '/.svn/entries',
    reason: 'Working copies before Subversion 1.7 list files and addresses here.',
  },
  {
    kind: 'version_control',
    path: '/.svn/wc.db',
    reason: 'Working copies since Subversion 1.7 keep all file names in this SQLite database.',
  },
  { kind: 'version_control', path: '/.hg/requires', reason: 'Shows that a Mercurial repository can be fetched.' },
  { kind: 'version_control', path: '/.hg/hgrc', reason: 'Names the remote, at times with a password.' },
  { kind: 'version_control', path: '/.bzr/README', reason: 'Shows that a Bazaar repository can be fetched.' },
  { kind: 'version_control', path: '/CVS/Entries', reason: 'Lists the files of a CVS working copy.' },
  {
    kind: 'version_control',
    path: '/.gitlab-ci.yml',
    reason: 'Describes how the site is built and deployed, at times with secrets.',
  },
  { kind: 'version_control', path: '/.DS_Store', reason: 'macOS lists the names of the files in the folder here.' },

  {
    kind: 'environment',
    path: '/.env',
    reason: 'Database passwords and API keys of Laravel, Node, Django and many others.',
  },
  { kind: 'environment', path: '/.env.local', reason: 'The same secrets, for one machine.' },
  { kind: 'environment', path: '/.env.production', reason: 'The same secrets, of production.' },
  {
    kind: 'environment',
    path: '/.env.development',
    reason: 'The same secrets, of development; they are often the real ones.',
  },
  { kind: 'environment', path: '/.env.staging', reason: 'The same secrets, of staging.' },
  { kind: 'environment', path: '/.env.backup', reason: 'A copy of the same secrets.' },
  { kind: 'environment', path: '/.env.bak', reason: 'A copy of the same secrets.' },
  { kind: 'environment', path: '/.env.old', reason: 'A copy of the same secrets.' },
  { kind: 'environment', path: '/api/.env', reason: 'The same secrets, of a back end that lives below the site.' },

  {
    kind: 'configuration',
    path: '/wp-config.php.bak',
    reason: 'A copy of the WordPress configuration that PHP does not run: database password and salts.',
  },
  {
    kind: 'configuration',
    path: '/wp-config.php~',
    reason: 'The copy that an editor leaves of the WordPress configuration.',
  },
  {
    kind: 'configuration',
    path: '/wp-config.php.save',
    reason: 'The copy that nano leaves of the WordPress configuration.',
  },
  { kind: 'configuration', path: '/wp-config.php.old', reason: 'An older copy of the WordPress configuration.' },
  {
    kind: 'configuration',
    path: '/wp-config.php.orig',
    reason: 'The copy that patch leaves of the WordPress configuration.',
  },
  {
    kind: 'configuration',
    path: '/.wp-config.php.swp',
    reason: 'The swap file that Vim leaves of the WordPress configuration.',
  },
  { kind: 'configuration', path: '/wp-config.txt', reason: 'The WordPress configuration served as text.' },
  {
    kind: 'configuration',
    path: '/configuration.php.bak',
    reason: 'A copy of the Joomla configuration with the database password.',
  },
  { kind: 'configuration', path: '/config.php.bak', reason: 'A copy of a PHP configuration with passwords.' },
  {
    kind: 'configuration',
    path: '/config.json',
    reason: 'Configuration of many Node applications, at times with keys.',
  },
  {
    kind: 'configuration',
    path: '/config.yml',
    reason: 'Configuration of many Ruby and Python applications, at times with passwords.',
  },
  { kind: 'configuration', path: '/config/database.yml', reason: 'Database passwords of a Rails application.' },
  {
    kind: 'configuration',
    path: '/config/master.key',
    reason: 'The key that decrypts all credentials of a Rails application.',
  },
  { kind: 'configuration', path: '/appsettings.json', reason: 'Connection strings of an ASP.NET Core application.' },
  {
    kind: 'configuration',
    path: '/web.config',
    reason: 'Connection strings and machine keys of an ASP.NET application.',
  },
  { kind: 'configuration', path: '/application.yml', reason: 'Passwords of a Spring application.' },
  { kind: 'configuration', path: '/application.properties', reason: 'Passwords of a Spring application.' },
  {
    kind: 'configuration',
    path: '/WEB-INF/web.xml',
    reason: 'Shows that the private folder of a Java web application is served.',
  },
  {
    kind: 'configuration',
    path: '/docker-compose.yml',
    reason: 'Names every service, often with the passwords between them.',
  },
  {
    kind: 'configuration',
    path: '/docker-compose.yaml',
    reason: 'Names every service, often with the passwords between them.',
  },
  {
    kind: 'configuration',
    path: '/Dockerfile',
    reason: 'Shows how the server is built, at times with secrets in ENV lines.',
  },
  {
    kind: 'configuration',
    path: '/terraform.tfstate',
    reason: 'The whole infrastructure with all its secrets in plain text.',
  },
  {
    kind: 'configuration',
    path: '/.vscode/sftp.json',
    reason: 'The address and password with which an editor uploads the site.',
  },
  {
    kind: 'configuration',
    path: '/sftp-config.json',
    reason: 'The address and password with which an editor uploads the site.',
  },
  {
    kind: 'configuration',
    path: '/.idea/workspace.xml',
    reason: 'Lists files, paths and servers known to a developer.',
  },
  { kind: 'configuration', path: '/.htaccess', reason: 'Rules that the server should keep to itself.' },

  { kind: 'credential', path: '/.htpasswd', reason: 'Password hashes that can be cracked offline.' },
  { kind: 'credential', path: '/.npmrc', reason: 'A token with which packages can be published.' },
  { kind: 'credential', path: '/.aws/credentials', reason: 'Keys to an Amazon Web Services account.' },
  { kind: 'credential', path: '/.git-credentials', reason: 'Passwords of Git servers in plain text.' },
  { kind: 'credential', path: '/.netrc', reason: 'Passwords of other servers in plain text.' },
  { kind: 'credential', path: '/.docker/config.json', reason: 'Log-in to container registries.' },
  { kind: 'credential', path: '/.kube/config', reason: 'Keys to a Kubernetes cluster.' },
  { kind: 'credential', path: '/.ssh/id_rsa', reason: 'A private key with which to log in elsewhere.' },
  { kind: 'credential', path: '/id_rsa', reason: 'A private key with which to log in elsewhere.' },
  { kind: 'credential', path: '/server.key', reason: 'Perhaps the private key of the certificate.' },
  { kind: 'credential', path: '/privatekey.pem', reason: 'A private key.' },
  { kind: 'credential', path: '/.bash_history', reason: 'Commands typed on the server, at times with passwords.' },

  { kind: 'backup', path: '/backup.sql', reason: 'A dump of the database.' },
  { kind: 'backup', path: '/dump.sql', reason: 'A dump of the database.' },
  { kind: 'backup', path: '/database.sql', reason: 'A dump of the database.' },
  { kind: 'backup', path: '/db.sql', reason: 'A dump of the database.' },
  { kind: 'backup', path: '/backup.zip', reason: 'An archive of the site, its configuration included.' },
  { kind: 'backup', path: '/backup.tar.gz', reason: 'An archive of the site, its configuration included.' },
  { kind: 'backup', path: '/site.zip', reason: 'An archive of the site, its configuration included.' },
  { kind: 'backup', path: '/www.zip', reason: 'An archive of the site, its configuration included.' },
  { kind: 'backup', path: '/index.php.bak', reason: 'A copy of the source that PHP does not run.' },
  { kind: 'backup', path: '/index.php~', reason: 'A copy of the source that PHP does not run.' },
  { kind: 'backup', path: '/db.sqlite3', reason: 'The whole database of a Django application.' },

  { kind: 'manifest', path: '/composer.json', reason: 'Lists the PHP packages in use.' },
  { kind: 'manifest', path: '/composer.lock', reason: 'Lists the PHP packages in use with exact versions.' },
  {
    kind: 'manifest',
    path: '/vendor/composer/installed.json',
    reason: 'Lists the PHP packages in use with exact versions, and shows that vendor/ is served.',
  },
  { kind: 'manifest', path: '/package.json', reason: 'Lists the Node packages in use.' },
  { kind: 'manifest', path: '/package-lock.json', reason: 'Lists the Node packages in use with exact versions.' },
  { kind: 'manifest', path: '/yarn.lock', reason: 'Lists the Node packages in use with exact versions.' },
  { kind: 'manifest', path: '/Gemfile.lock', reason: 'Lists the Ruby packages in use with exact versions.' },
  { kind: 'manifest', path: '/requirements.txt', reason: 'Lists the Python packages in use.' },

  {
    kind: 'debug',
    path: '/phpinfo.php',
    reason: 'Shows every setting and path of PHP, and the environment with its secrets.',
  },
  {
    kind: 'debug',
    path: '/info.php',
    reason: 'Shows every setting and path of PHP, and the environment with its secrets.',
  },
  { kind: 'debug', path: '/test.php', reason: 'Often calls phpinfo().' },
  { kind: 'debug', path: '/_profiler/phpinfo', reason: 'The profiler of Symfony, left on.' },
  { kind: 'debug', path: '/app_dev.php', reason: 'The development entrance of Symfony, which bypasses protection.' },
  { kind: 'debug', path: '/telescope/requests', reason: 'Laravel Telescope shows every request with its data.' },
  {
    kind: 'debug',
    path: '/_ignition/health-check',
    reason: 'The error page of Laravel, left on; old versions run code.',
  },
  { kind: 'debug', path: '/elmah.axd', reason: 'Errors of an ASP.NET application, with cookies of its users.' },
  { kind: 'debug', path: '/trace.axd', reason: 'Requests of an ASP.NET application, with cookies of its users.' },
  { kind: 'debug', path: '/debug/pprof/', reason: 'The profiler of Go shows memory and command line.' },
  { kind: 'debug', path: '/rails/info/properties', reason: 'A Rails application in development mode.' },

  { kind: 'log', path: '/debug.log', reason: 'A log with paths, queries and at times passwords.' },
  { kind: 'log', path: '/wp-content/debug.log', reason: 'The log of WordPress in debug mode.' },
  { kind: 'log', path: '/error.log', reason: 'A log with paths, queries and addresses.' },
  { kind: 'log', path: '/error_log', reason: 'The log that PHP leaves beside the scripts.' },
  { kind: 'log', path: '/access.log', reason: 'Addresses of visitors, and tokens in what they asked for.' },
  { kind: 'log', path: '/storage/logs/laravel.log', reason: 'The log of Laravel, with stack traces and data.' },
  { kind: 'log', path: '/npm-debug.log', reason: 'Paths and versions of the build.' },

  { kind: 'status', path: '/server-status', reason: 'Apache shows all current requests with addresses of visitors.' },
  { kind: 'status', path: '/server-info', reason: 'Apache shows its whole configuration.' },
  { kind: 'status', path: '/nginx_status', reason: 'nginx shows its load.' },
  { kind: 'status', path: '/status?full', reason: 'PHP-FPM shows all current requests with scripts and arguments.' },
  { kind: 'status', path: '/metrics', reason: 'Prometheus figures show inner names, load and versions.' },
  { kind: 'status', path: '/debug/vars', reason: 'Go shows memory and the command line.' },

  { kind: 'actuator', path: '/actuator', reason: 'Lists which inner doors of a Spring application are open.' },
  { kind: 'actuator', path: '/actuator/env', reason: 'The environment of a Spring application with its secrets.' },
  { kind: 'actuator', path: '/actuator/configprops', reason: 'The configuration of a Spring application.' },
  { kind: 'actuator', path: '/actuator/mappings', reason: 'Every route of a Spring application.' },
  { kind: 'actuator', path: '/actuator/health', reason: 'With details on, names databases and disks.' },
  { kind: 'actuator', path: '/actuator/httptrace', reason: 'The last requests, with cookies of the users.' },
  { kind: 'actuator', path: '/env', reason: 'The environment of a Spring Boot 1 application.' },

  { kind: 'api_description', path: '/swagger.json', reason: 'Describes every operation of an API.' },
  { kind: 'api_description', path: '/openapi.json', reason: 'Describes every operation of an API.' },
  { kind: 'api_description', path: '/v2/api-docs', reason: 'Describes every operation of a Spring API.' },
  { kind: 'api_description', path: '/v3/api-docs', reason: 'Describes every operation of a Spring API.' },
  { kind: 'api_description', path: '/swagger/v1/swagger.json', reason: 'Describes every operation of an ASP.NET API.' },
  { kind: 'api_description', path: '/api/swagger.json', reason: 'Describes every operation of an API.' },

  { kind: 'console', path: '/adminer.php', reason: 'A log-in page to the database.' },
  { kind: 'console', path: '/phpmyadmin/', reason: 'A log-in page to the database.' },
  { kind: 'console', path: '/_cat/indices', reason: 'Elasticsearch without a password lists its data.' },
  { kind: 'console', path: '/v1/agent/self', reason: 'Consul without a password shows its configuration.' },
  { kind: 'console', path: '/solr/admin/info/system', reason: 'Solr without a password shows its system.' },
]
