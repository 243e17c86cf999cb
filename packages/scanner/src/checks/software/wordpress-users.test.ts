import { testCheck } from '../../../test/check-table.ts'
import { cms } from '../../../test/cms.ts'
import check from './wordpress-users.ts'

const users = (path: string, more: object) => cms('wordpress', { kind: 'users', path, ...more })
const REST = 'wp-json/wp/v2/users?per_page=50'

testCheck(check, {
  fires: [
    {
      name: 'the REST API',
      evidence: users(REST, { body: '[{"id":1,"name":"The Boss","slug":"admin"},{"id":2,"slug":"eve"}]' }),
      outcome: 'listed',
      seen: 'admin, eve',
    },
    {
      name: 'an author’s number leads to a name',
      evidence: users('?author=1', { status: 301, headers: { Location: 'https://site.test/author/admin/' } }),
      outcome: 'listed',
      seen: 'admin',
    },
    {
      name: 'an archive without readable addresses',
      evidence: users('?author=1', { body: '<body class="archive author author-admin author-1 logged-out">' }),
      outcome: 'listed',
      seen: 'admin',
    },
    {
      name: 'the sitemap',
      evidence: users('wp-sitemap-users-1.xml', {
        body: '<urlset><url><loc>https://site.test/author/eve/</loc></url></urlset>',
      }),
      outcome: 'listed',
      seen: 'eve',
    },
  ],
  silent: [
    {
      name: 'refused',
      evidence: users(REST, { status: 401, body: '{"code":"rest_user_cannot_view"}' }),
      verdict: 'pass',
    },
    { name: 'an empty list', evidence: users(REST, { body: '[]' }), verdict: 'pass' },
    {
      name: 'a redirect to the start page',
      evidence: users('?author=1', { status: 301, headers: { Location: 'https://site.test/' } }),
      verdict: 'pass',
    },
    {
      name: 'an archive that does not name its author',
      evidence: users('?author=1', { body: '<body class="archive">' }),
      verdict: 'pass',
    },
    { name: 'no JSON', evidence: users(REST, { body: '<html>' }), verdict: 'pass' },
    { name: 'a Drupal', evidence: cms('drupal'), verdict: 'skip' },
  ],
})
