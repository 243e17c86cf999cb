import { testCheck } from '../../../test/check-table.ts'
import { answer, dns, FAILED } from '../../../test/dns-evidence.ts'
import { page } from '../../../test/evidence.ts'
import check from './subdomain-takeover.ts'

const at = (target: string, body: string, status = 404, url = 'https://site.test/') => ({
  ...dns({ cname: answer(target), a: answer('185.1.1.1') }),
  page: page({ url, status, body }),
})
const S3 =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName>site.test</BucketName></Error>'
const GITHUB =
  "<html><title>Site not found &middot; GitHub Pages</title><p><strong>There isn't a GitHub Pages site here.</strong></p>"

testCheck(check, {
  fires: [
    {
      name: 'a bucket that was deleted',
      evidence: at('site.test.s3-website-eu-west-1.amazonaws.com', S3),
      outcome: 'unclaimed',
      seen: '<Code>NoSuchBucket</Code>',
    },
    { name: 'Surge', evidence: at('na-west1.surge.sh', '<h1>project not found</h1>'), outcome: 'unclaimed' },
    {
      name: 'Azure',
      evidence: at('x.azurewebsites.net', '<title>Error 404</title><h2>404 Web Site not found.</h2>'),
      outcome: 'unclaimed',
    },
    {
      name: 'GitHub Pages',
      evidence: at('someone.github.io', GITHUB),
      outcome: 'guarded',
      seen: "There isn't a GitHub Pages site here.",
    },
    {
      name: 'Heroku',
      evidence: at('x.herokudns.com', '<iframe src="//www.herokucdn.com/error-pages/no-such-app.html"></iframe>'),
      outcome: 'guarded',
    },
  ],
  silent: [
    { name: 'a page that is there', evidence: at('someone.github.io', '<h1>Hello</h1>', 200), verdict: 'pass' },
    {
      name: 'a long article there about takeovers',
      evidence: at('someone.github.io', GITHUB + '<p>words</p>'.repeat(500), 200),
      verdict: 'pass',
    },
    { name: 'the text of another service', evidence: at('someone.github.io', S3), verdict: 'pass' },
    { name: 'an article about takeovers', evidence: at('cdn.test', `<p>Look for ${GITHUB}</p>`, 200), verdict: 'skip' },
    {
      name: 'a redirect to another host',
      evidence: at('someone.github.io', GITHUB, 404, 'https://www.site.test/'),
      verdict: 'skip',
    },
    {
      name: 'no alias',
      evidence: { ...dns({ a: answer('185.1.1.1') }), page: page({ body: GITHUB }) },
      verdict: 'skip',
    },
    { name: 'DNS failed', evidence: { ...dns({ cname: FAILED }), page: page({ body: GITHUB }) }, verdict: 'skip' },
  ],
})
