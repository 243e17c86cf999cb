import { defineCheck, fail, skip, verdictOf } from '../../check.ts'
import { usersShown } from '../../derive/cms-users.ts'
import { vectors } from '../../vectors.ts'

export default defineCheck({
  id: 'software/wordpress-users',
  question: 'Are the names with which people log in to WordPress hidden from strangers?',
  needs: ['cms_probes'],
  type: 'exposure',
  cwe: 204,
  owasp_2021: ['A07:2021'],
  owasp_2025: ['A07:2025'],
  capec: [575],
  references: [
    'https://developer.wordpress.org/rest-api/reference/users/',
    'https://developer.wordpress.org/advanced-administration/security/hardening/',
  ],
  outcomes: {
    listed: {
      severity: 'low',
      cvss: vectors.details,
      title: 'WordPress tells the log-in names of its users',
      why: 'Half of each log-in is known then, and passwords can be tried on the names that exist.',
      fix: 'Refuse the users of the REST API, of the sitemap and of author archives to those who are not logged in, or give users a slug of their own. Ask for a second factor.',
      settings: {
        wordpress:
          "add_filter('rest_endpoints', function ($e) { if (!is_user_logged_in()) unset($e['/wp/v2/users'], $e['/wp/v2/users/(?P<id>[\\d]+)']); return $e; });\nadd_filter('wp_sitemaps_add_provider', fn ($p, $name) => $name === 'users' ? false : $p, 10, 2);",
        nginx: 'if ($arg_author ~ "^\\d+$") { return 403; }',
      },
    },
  },
  run({ cms_probes }) {
    if (!cms_probes.seen.some(({ cms }) => cms === 'wordpress')) return skip('this is no WordPress')
    return verdictOf(usersShown(cms_probes).map(({ exchange, names }) => fail('listed', exchange, names.join(', '))))
  },
})
