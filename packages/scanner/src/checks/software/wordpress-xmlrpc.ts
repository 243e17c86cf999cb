import { defineCheck, fail, pass, skip } from '../../check.ts'

export default defineCheck({
  id: 'software/wordpress-xmlrpc',
  question: 'Is the old remote interface of WordPress closed?',
  needs: ['cms_probes'],
  cwe: 307,
  owasp_2021: ['A05:2021'],
  owasp_2025: ['A02:2025'],
  capec: [49],
  references: ['https://developer.wordpress.org/apis/xml-rpc/'],
  outcomes: {
    open: {
      severity: 'low',
      title: 'xmlrpc.php takes requests',
      why: 'One request tries hundreds of passwords there, past what limits log-ins, and pingbacks make the site attack others.',
      fix: 'Refuse xmlrpc.php where no application of yours uses it.',
      settings: {
        nginx: 'location = /xmlrpc.php { deny all; }',
        apache: '<Files "xmlrpc.php">\n  Require all denied\n</Files>',
        wordpress: "add_filter('xmlrpc_enabled', '__return_false');",
      },
    },
  },
  run({ cms_probes }) {
    if (!cms_probes.seen.some(({ cms }) => cms === 'wordpress')) return skip('this is no WordPress')
    for (const { kind, exchange } of cms_probes.probes) {
      // To a GET it answers 405 with this sentence, whatever the language of the site.
      const seen =
        kind === 'xmlrpc' && /^XML-RPC server accepts POST requests only\./.exec(exchange.response.body.trim())
      if (seen) return fail('open', exchange, seen[0])
    }
    return pass()
  },
})
