import { testCheck } from '../../../test/check-table.ts'
import { cms } from '../../../test/cms.ts'
import check from './wordpress-xmlrpc.ts'

const xmlrpc = (more: object) => cms('wordpress', { kind: 'xmlrpc', path: 'xmlrpc.php', ...more })

testCheck(check, {
  fires: [
    {
      name: 'it asks for a POST',
      evidence: xmlrpc({ status: 405, body: 'XML-RPC server accepts POST requests only.' }),
      outcome: 'open',
    },
  ],
  silent: [
    { name: 'refused', evidence: xmlrpc({ status: 403, body: '<h1>403 Forbidden</h1>' }), verdict: 'pass' },
    {
      name: 'a page about it',
      evidence: xmlrpc({ body: '<p>XML-RPC server accepts POST requests only.</p>' }),
      verdict: 'pass',
    },
    { name: 'a Joomla', evidence: cms('joomla'), verdict: 'skip' },
  ],
})
