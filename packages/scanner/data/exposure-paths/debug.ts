import { places } from './path.ts'

/** Status pages, debug tools, descriptions of APIs, and installations that nobody finished. */
export const DEBUG_PATHS = [
  ...places(
    'debug',
    'Shows every setting and path of PHP, and the environment with its secrets.',
    ['/phpinfo.php', '/info.php', '/test.php', '/phpinfo', '/php.php', '/i.php', '/pi.php', '/phpversion.php'],
    { only: ['php'] },
  ),
  ...places('debug', 'The profiler of Symfony, left on.', ['/_profiler/', '/_profiler/phpinfo', '/app_dev.php'], {
    only: ['php'],
  }),
  ...places(
    'debug',
    'A tool of Laravel shows every request with its data.',
    ['/telescope/requests', '/_debugbar/open', '/_ignition/health-check'],
    { only: ['php'] },
  ),
  ...places(
    'debug',
    'Requests and errors of an ASP.NET application, with cookies of its users.',
    ['/elmah.axd', '/trace.axd'],
    { only: ['dotnet'] },
  ),
  ...places('debug', 'Queries and requests of an ASP.NET application.', ['/mini-profiler-resources/results-index'], {
    only: ['dotnet'],
  }),
  ...places('debug', 'The profiler of Go shows memory and command line.', ['/debug/pprof/', '/debug/vars']),
  ...places('debug', 'A Rails application in development mode.', ['/rails/info/properties'], { only: ['ruby'] }),
  ...places('debug', 'The profiler of Django shows queries and settings.', ['/__debug__/'], { only: ['python'] }),
  ...places('debug', 'A console for GraphQL queries.', ['/graphiql', '/playground', '/graphql']),

  ...places('status', 'Apache shows all current requests with addresses of visitors.', ['/server-status']),
  ...places('status', 'Apache shows its whole configuration.', ['/server-info']),
  ...places('status', 'nginx shows its load.', ['/nginx_status', '/stub_status']),
  ...places(
    'status',
    'PHP-FPM shows all current requests with scripts and arguments.',
    ['/status?full', '/fpm-status?full'],
    {
      only: ['php'],
    },
  ),
  ...places('status', 'Prometheus figures show inner names, load and versions.', ['/metrics']),

  ...places('actuator', 'Lists which inner doors of a Spring application are open.', ['/actuator'], { only: ['java'] }),
  ...places('actuator', 'With details on, names databases and disks.', ['/actuator/health'], { only: ['java'] }),
  ...places('actuator', 'The environment of a Spring application with its secrets.', ['/actuator/env'], {
    only: ['java'],
  }),
  ...places(
    'actuator',
    'Configuration, routes, logs and requests of a Spring application.',
    [
      '/actuator/configprops',
      '/actuator/mappings',
      '/actuator/httptrace',
      '/actuator/httpexchanges',
      '/actuator/beans',
      '/actuator/loggers',
      '/actuator/logfile',
      '/actuator/threaddump',
      '/actuator/prometheus',
      '/actuator/gateway/routes',
      '/actuator/jolokia/list',
    ],
    { after: '/actuator' },
  ),
  ...places(
    'actuator',
    'The environment of a Spring Boot 1 application.',
    ['/env', '/management/env', '/manage/env', '/jolokia/list'],
    { only: ['java'] },
  ),

  ...places('api_description', 'Describes every operation of an API.', [
    '/swagger.json',
    '/openapi.json',
    '/v2/api-docs',
    '/v3/api-docs',
    '/swagger/v1/swagger.json',
    '/api/swagger.json',
    '/openapi.yaml',
    '/swagger.yaml',
    '/api-docs',
    '/swagger-ui/index.html',
    '/swagger-ui.html',
  ]),

  ...places(
    'console',
    'A log-in page to the database.',
    ['/adminer.php', '/adminer/', '/phpmyadmin/', '/phpMyAdmin/', '/pma/', '/phppgadmin/', '/phpliteadmin.php'],
    { only: ['php'] },
  ),
  ...places(
    'console',
    'Whoever finishes the installation is the administrator.',
    ['/wp-admin/install.php', '/wp-admin/setup-config.php'],
    { only: ['wordpress', 'php'] },
  ),
  ...places(
    'console',
    'Whoever finishes the installation is the administrator.',
    [
      '/install.php',
      '/installation/index.php',
      '/install/',
      '/installer/',
      '/setup/',
      '/core/install.php',
      '/install/index.php',
    ],
    { only: ['php'] },
  ),
]
