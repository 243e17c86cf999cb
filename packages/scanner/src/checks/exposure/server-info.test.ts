import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './server-info.ts'

testCheck(check, {
  fires: [
    {
      name: 'the page',
      evidence: exposures({
        '/server-info': {
          type: 'text/html',
          body: '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n  <title>Server Information</title>\n</head>\n<body>\n<h1 style="text-align: center">Apache Server Information</h1>',
        },
      }),
      outcome: 'configuration',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/server-info'], SPA), verdict: 'pass' },
    {
      name: 'forbidden',
      evidence: exposures({ '/server-info': { status: 403, body: '<h1>Apache Server Information</h1>' } }),
      verdict: 'pass',
    },
    {
      name: 'a page about a game server',
      evidence: exposures({
        '/server-info': { type: 'text/html', body: '<html><title>Server Information</title><h1>Players</h1>' },
      }),
      verdict: 'pass',
    },
  ],
})
