import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './go-debug.ts'

testCheck(check, {
  fires: [
    {
      name: 'profiles',
      evidence: exposures({
        '/debug/pprof/': {
          type: 'text/html',
          body: "<html>\n<head>\n<title>/debug/pprof/</title>\n</head>\n<body>\n/debug/pprof/\n<br>\nTypes of profiles available:\n<table><tr><td>3</td><td><a href='goroutine?debug=1'>goroutine</a></td></tr><tr><td><a href='heap?debug=1'>heap</a>",
        },
      }),
      outcome: 'profiles',
    },
    {
      name: 'variables',
      evidence: exposures({ '/debug/vars': '{\n"cmdline": ["/srv/web","-dsn=x"],\n"memstats": {"Alloc":1}\n}' }),
      outcome: 'variables',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    {
      name: 'an application at every address',
      evidence: everywhere(['/debug/pprof/', '/debug/vars'], SPA),
      verdict: 'pass',
    },
    { name: 'other variables', evidence: exposures({ '/debug/vars': '{"cmdline": false}' }), verdict: 'pass' },
    {
      name: 'an article',
      evidence: exposures({
        '/debug/pprof/': { type: 'text/html', body: '<html><title>About /debug/pprof/</title>goroutine and heap' },
      }),
      verdict: 'pass',
    },
  ],
})
