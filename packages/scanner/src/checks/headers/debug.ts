import { defineCheck, fail, verdictOf } from '../../check.ts'
import { vectors } from '../../vectors.ts'

type Kind = 'profiler' | 'log' | 'path'

/** Fields by which development tools speak to the developer's browser, lower case. */
const FIELDS: Record<string, Kind> = {
  // Symfony, Laravel (Clockwork, Debugbar), CakePHP, .NET and Ruby
  'x-debug-token': 'profiler',
  'x-debug-token-link': 'profiler',
  'x-clockwork-id': 'profiler',
  'x-clockwork-version': 'profiler',
  'phpdebugbar-id': 'profiler',
  'x-debugkit-id': 'profiler',
  'x-miniprofiler-ids': 'profiler',
  // ChromeLogger, ChromePHP, FirePHP (Wildfire), Symfony's exceptions
  'x-chromelogger-data': 'log',
  'x-chromephp-data': 'log',
  'x-wf-protocol-1': 'log',
  'x-debug-exception': 'log',
  'x-debug-exception-file': 'log',
  // Visual Studio's own server, Nette's Tracy
  'x-sourcefiles': 'path',
  'x-tracy-error-log': 'path',
}

export default defineCheck({
  id: 'headers/debug',
  question: 'Are development tools switched off?',
  needs: ['page'],
  type: 'exposure',
  cwe: 489,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  references: [
    'https://symfony.com/doc/current/profiler.html',
    'https://craig.is/writing/chrome-logger/techspecs',
    'https://cwe.mitre.org/data/definitions/489.html',
  ],
  outcomes: {
    profiler: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'A profiler is switched on',
      why: 'It keeps every request with its data, queries, session and configuration, and often shows them to whoever asks with the token in this header.',
      fix: 'Run the application in its production mode, and do not install the profiler there.',
      settings: {
        php: 'Symfony: APP_ENV=prod, APP_DEBUG=0. Laravel: APP_DEBUG=false, composer install --no-dev.',
        rails: 'Rack::MiniProfiler.config.authorization_mode = :allow_authorized',
        iis: '<system.web><compilation debug="false" /></system.web>',
      },
    },
    log: {
      severity: 'medium',
      cvss: vectors.details,
      title: 'The server’s log is sent along in a header',
      why: 'Log lines hold queries, paths, errors and data of other visitors, and everyone who loads the page gets them.',
      fix: 'Switch the logging extension off outside of development.',
      settings: { php: 'Remove the ChromePHP or FirePHP handler from the production configuration.' },
    },
    path: {
      severity: 'low',
      title: 'A development header tells a path on the server or developer’s machine',
      why: 'Paths tell user names and the layout of the machine, which other attacks need.',
      fix: 'Run the application in its production mode.',
      settings: { iis: 'Publish the application, and serve it by IIS rather than by Visual Studio’s IIS Express.' },
    },
  },
  run({ page }) {
    const seen = new Set<Kind>()
    return verdictOf(
      page.headers.flatMap(([name, value]) => {
        const kind = FIELDS[name.toLowerCase()]
        if (!kind || seen.has(kind)) return []
        seen.add(kind)
        return [fail(kind, { url: page.url, parameter: name }, value)]
      }),
    )
  },
})
