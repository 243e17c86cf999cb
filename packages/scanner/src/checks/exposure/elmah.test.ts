import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './elmah.ts'

testCheck(check, {
  fires: [
    {
      name: 'the log',
      evidence: exposures({
        '/elmah.axd': {
          type: 'text/html',
          body: '<!DOCTYPE html><html><head><title>Error log for /LM/W3SVC/1/ROOT on WEB01 (Page #1)</title></head><body><p>Powered by <a href="https://elmah.github.io/">ELMAH</a>',
        },
      }),
      outcome: 'errors',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/elmah.axd'], SPA), verdict: 'pass' },
    {
      name: 'refused',
      evidence: exposures({
        '/elmah.axd': { status: 403, type: 'text/html', body: '<title>Error log for x</title>ELMAH' },
      }),
      verdict: 'pass',
    },
    {
      name: 'an article',
      evidence: exposures({
        '/elmah.axd': {
          type: 'text/html',
          body: '<!doctype html><title>How to use ELMAH</title><h1>Error log for beginners</h1>',
        },
      }),
      verdict: 'pass',
    },
  ],
})
