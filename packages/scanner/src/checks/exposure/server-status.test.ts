import { testCheck } from '../../../test/check-table.ts'
import { everywhere, exposures, SPA } from '../../../test/exposures.ts'
import check from './server-status.ts'

const STATUS = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<html><head><title>Apache Status</title></head><body>
<h1>Apache Server Status for site.test (via 192.0.2.1)</h1>
<dl><dt>Server Version: Apache/2.4.57 (Debian)</dt><dt>Server uptime: 1 day</dt></dl>`

testCheck(check, {
  fires: [
    {
      name: 'with requests',
      evidence: exposures({
        '/server-status': {
          type: 'text/html',
          body: `${STATUS}<table border="0"><tr><th>Srv</th><th>PID</th><th>Client</th><th>Protocol</th><th>VHost</th><th>Request</th></tr>`,
        },
      }),
      outcome: 'requests',
      seen: '<h1>Apache Server Status for site.test',
    },
    {
      name: 'without',
      evidence: exposures({ '/server-status': { type: 'text/html', body: STATUS } }),
      outcome: 'load',
    },
  ],
  silent: [
    { name: 'nothing there', evidence: exposures({}), verdict: 'pass' },
    { name: 'an application at every address', evidence: everywhere(['/server-status'], SPA), verdict: 'pass' },
    {
      name: 'forbidden',
      evidence: exposures({ '/server-status': { status: 403, type: 'text/html', body: STATUS } }),
      verdict: 'pass',
    },
    {
      name: 'a page of one’s own',
      evidence: exposures({
        '/server-status': { type: 'text/html', body: '<!doctype html><title>Status</title><h1>All systems work</h1>' },
      }),
      verdict: 'pass',
    },
  ],
})
