import { testCheck } from '../../../test/check-table.ts'
import { exchange, page } from '../../../test/evidence.ts'
import type { Navigation } from '../../evidence.ts'
import check from './http-redirect.ts'

type Hop = [status: number, url: string, location?: string]

const plain = (hops: readonly Hop[], end: Navigation['end'] = 'answered') => ({
  page: page(),
  plain: {
    start: 'http://site.test/',
    exchanges: hops.map(([status, url, location]) =>
      exchange({ status, url, headers: location === undefined ? {} : { Location: location } }),
    ),
    end,
  } satisfies Navigation,
})
const HTTP = 'http://site.test/'
const HTTPS = 'https://site.test/'

testCheck(check, {
  fires: [
    { name: 'a page over plain HTTP', evidence: plain([[200, HTTP]]), outcome: 'missing' },
    {
      name: 'plain HTTP leads to more plain HTTP',
      evidence: plain([
        [301, HTTP, '/en/'],
        [200, 'http://site.test/en/'],
      ]),
      outcome: 'missing',
    },
    { name: 'a loop over plain HTTP', evidence: plain([[302, HTTP, '/']], 'loop'), outcome: 'missing' },
    { name: 'Location on a 200 is no redirect', evidence: plain([[200, HTTP, HTTPS]]), outcome: 'missing' },
    {
      name: 'by www over plain HTTP',
      evidence: plain([
        [301, HTTP, 'http://www.site.test/'],
        [301, 'http://www.site.test/', 'https://www.site.test/'],
      ]),
      outcome: 'late',
      seen: 'http://www.site.test/',
    },
    {
      name: 'apex straight to www',
      evidence: plain([
        [301, HTTP, 'https://www.site.test/'],
        [200, 'https://www.site.test/'],
      ]),
      outcome: 'other_host',
      seen: 'https://www.site.test/',
    },
    {
      name: 'out of scope',
      evidence: plain([[301, HTTP, 'https://elsewhere.test/']], 'left_scope'),
      outcome: 'other_host',
    },
    {
      name: 'found',
      evidence: plain([
        [302, HTTP, HTTPS],
        [200, HTTPS],
      ]),
      outcome: 'temporary',
      seen: '302',
    },
    {
      name: 'as Chromium’s HSTS does it, but sent by the site',
      evidence: plain([
        [307, HTTP, HTTPS],
        [200, HTTPS],
      ]),
      outcome: 'temporary',
    },
  ],
  silent: [
    {
      name: 'moved permanently',
      evidence: plain([
        [301, HTTP, HTTPS],
        [200, HTTPS],
      ]),
      verdict: 'pass',
    },
    {
      name: 'permanent redirect',
      evidence: plain([
        [308, HTTP, HTTPS],
        [200, HTTPS],
      ]),
      verdict: 'pass',
    },
    { name: 'to another path', evidence: plain([[301, HTTP, 'https://site.test/en/?a=1']]), verdict: 'pass' },
    { name: 'to another port', evidence: plain([[301, HTTP, 'https://site.test:8443/']]), verdict: 'pass' },
    { name: 'capitals in the host', evidence: plain([[301, HTTP, 'HTTPS://SITE.TEST/']]), verdict: 'pass' },
    {
      name: 'same host, then www',
      evidence: plain([
        [301, HTTP, HTTPS],
        [301, HTTPS, 'https://www.site.test/'],
      ]),
      verdict: 'pass',
    },
    { name: 'plain HTTP is refused', evidence: plain([[403, HTTP]]), verdict: 'pass' },
    { name: 'upgrade required', evidence: plain([[426, HTTP]]), verdict: 'pass' },
    { name: 'nothing on port 80', evidence: plain([], 'refused'), verdict: 'skip' },
    { name: 'no HTTPS anywhere', evidence: { ...plain([[200, HTTP]]), page: page({ url: HTTP }) }, verdict: 'skip' },
  ],
})
